package dev.hotseat.gate;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// One connection's gate: takes requests to live systems out of the stream before the framework
/// sees them, has each served on a virtual thread of its own, and lets everything else pass.
final class GateHandler extends ChannelDuplexHandler {
  private static final int WAITING_MAX = 1_000;

  /*
   * HTTP/1.1 answers in the order of the questions. One connection may carry requests for us and for
   * the framework, and a client may send the next before the last is answered. So whatever arrives
   * while a live call is out waits in `waiting`, and a live request behind requests of the framework
   * waits until these (`passedOn`) are answered. All fields belong to the connection's event loop.
   */
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final LiveCalls calls;
  private final int bodyBytesMax;
  private final Executor threads;
  private @Nullable HttpRequest receiving;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private long dueNanos;
  private boolean tooLarge;
  private boolean serving;
  private int passedOn;

  GateHandler(LiveCalls calls, int bodyBytesMax, Executor threads) {
    this.calls = calls;
    this.bodyBytesMax = bodyBytesMax;
    this.threads = threads;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (serving || !waiting.isEmpty() || !accept(context, message)) {
      enqueue(context, message);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean ends = message instanceof LastHttpContent && !isInformational(message);
    context.write(message, promise);
    if (ends && passedOn > 0) {
      passedOn--;
      if (!waiting.isEmpty()) {
        context.executor().execute(() -> drain(context));
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    forget();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    forget();
  }

  /// Takes a message in now; false when it must wait for its turn.
  private boolean accept(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      if (!isOurs(request)) {
        passedOn++;
        context.fireChannelRead(message);
        return true;
      }
      if (passedOn > 0) {
        return false;
      }
      begin(context, request);
    }
    if (receiving == null) {
      context.fireChannelRead(message);
    } else if (message instanceof HttpContent content) {
      collect(content);
      if (message instanceof LastHttpContent) {
        serve(context, receiving);
      }
    }
    return true;
  }

  private static boolean isOurs(HttpRequest request) {
    return LiveRequest.isLive(request.uri()) && request.decoderResult().isSuccess();
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    receiving = request;
    dueNanos = calls.now();
    if (HttpUtil.is100ContinueExpected(request)) {
      context.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void collect(HttpContent content) {
    ByteBuf part = content.content();
    if (!tooLarge && body.readableBytes() + part.readableBytes() > bodyBytesMax) {
      tooLarge = true;
      dropBody();
    }
    if (tooLarge || !part.isReadable()) {
      content.release();
    } else {
      body =
          body == Unpooled.EMPTY_BUFFER
              ? part
              : Unpooled.wrappedBuffer(body, part); // a composite: nothing is copied
    }
  }

  private void serve(ChannelHandlerContext context, HttpRequest request) {
    String text = body.toString(StandardCharsets.UTF_8);
    boolean refused = tooLarge;
    dropBody();
    receiving = null;
    tooLarge = false;
    serving = true;
    if (refused) {
      String detail = "The body is larger than " + bodyBytesMax + " bytes.";
      finish(context, request, LiveResponse.problem(413, "too-large", detail, false));
      return;
    }
    try {
      LiveRequest live = LiveRequest.of(request, text, dueNanos);
      threads.execute(() -> serve(context, request, live));
    } catch (IllegalArgumentException wronglyEncoded) {
      String detail = "The address is wrongly encoded.";
      finish(context, request, LiveResponse.problem(400, "bad-request", detail, false));
    } catch (RejectedExecutionException stopping) {
      String detail = "The server is stopping.";
      finish(context, request, LiveResponse.problem(503, "unavailable", detail, false));
    }
  }

  private void serve(ChannelHandlerContext context, HttpRequest request, LiveRequest live) {
    FullHttpResponse response = calls.answer(live);
    context.executor().execute(() -> finish(context, request, response));
  }

  private void finish(
      ChannelHandlerContext context, HttpRequest request, FullHttpResponse response) {
    serving = false;
    boolean stays = HttpUtil.isKeepAlive(request);
    if (!stays) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    var written = context.writeAndFlush(response);
    if (!stays) {
      written.addListener(ChannelFutureListener.CLOSE);
    } else if (!waiting.isEmpty()) {
      drain(context);
    }
  }

  private void drain(ChannelHandlerContext context) {
    while (!serving && !waiting.isEmpty()) {
      Object next = waiting.removeFirst();
      if (!accept(context, next)) {
        waiting.addFirst(next);
        break;
      }
    }
    context.fireChannelReadComplete();
  }

  private void enqueue(ChannelHandlerContext context, Object message) {
    if (waiting.size() >= WAITING_MAX) {
      ReferenceCountUtil.release(message);
      context.close();
    } else {
      waiting.addLast(message);
    }
  }

  private void forget() {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    dropBody();
  }

  private void dropBody() {
    if (body != Unpooled.EMPTY_BUFFER) {
      body.release();
      body = Unpooled.EMPTY_BUFFER;
    }
  }

  private static boolean isInformational(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass()
            == io.netty.handler.codec.http.HttpStatusClass.INFORMATIONAL;
  }
}
