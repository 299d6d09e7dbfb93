package dev.hotseat.api;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/// The server's own figures. Those of live systems are theirs and are read per session.
@Factory
final class Meters {
  @Singleton
  @Bean(preDestroy = "close")
  PrometheusMeterRegistry registry() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    @SuppressWarnings("resource") // lives as long as the process
    var collections = new JvmGcMetrics();
    collections.bindTo(registry);
    return registry;
  }

  /// Times every request by its route.
  @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
  static final class Requests implements Ordered {
    private static final String STARTED = "dev.hotseat.started";

    private final PrometheusMeterRegistry registry;

    Requests(PrometheusMeterRegistry registry) {
      this.registry = registry;
    }

    @Override
    public int getOrder() {
      return ServerFilterPhase.METRICS.order();
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
      request.setAttribute(STARTED, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
      request
          .getAttribute(STARTED, Long.class)
          .ifPresent(started ->
              Timer.builder("http.server.requests")
                  .tag("method", request.getMethodName())
                  .tag("route", route(request))
                  .tag("status", Integer.toString(response.code()))
                  .register(registry)
                  .record(System.nanoTime() - started, TimeUnit.NANOSECONDS));
    }

    private static String route(HttpRequest<?> request) {
      return RouteAttributes.getRouteInfo(request)
          .filter(UriRouteInfo.class::isInstance)
          .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
          .orElse("none");
    }
  }
}
