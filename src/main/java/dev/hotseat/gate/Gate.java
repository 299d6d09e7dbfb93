package dev.hotseat.gate;

import dev.hotseat.session.Sessions;
import dev.hotseat.world.Carriers;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Puts the gate into every connection of the server, in front of the framework's own handler.
@Singleton
final class Gate implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final String NAME = "hotseat-gate";

  private final BeanProvider<Sessions> sessions;
  private final GateConfig config;
  private final ExecutorService calls = Executors.newThreadPerTaskExecutor(Carriers.own("gate"));

  Gate(BeanProvider<Sessions> sessions, GateConfig config) {
    this.sessions = sessions;
    this.config = config;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Installer());
    return event.getBean();
  }

  @PreDestroy
  void close() {
    calls.shutdownNow();
  }

  /// Adds a handler to each connection.
  private final class Installer implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  /// Waits until the framework has built its pipeline, then stands in front of it.
  private final class Connection implements NettyServerCustomizer {
    private final Channel channel;

    private Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel stream, ChannelRole role) {
      return this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      ChannelPipeline pipeline = channel.pipeline();
      if (pipeline.get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND) != null) {
        var handler =
            new GateHandler(
                new LiveCalls(sessions, System::nanoTime), config.bodyBytesMax(), calls);
        pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, NAME, handler);
      }
    }
  }
}
