package dev.hotseat.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/// Who is let in without being known.
///
/// @param hostKey the host's key where the server is not bound to loopback; empty for one drawn at
///   start and printed
/// @param publicHosts names under which browsers reach the server, besides those of loopback
@ConfigurationProperties("hotseat")
public record AccessConfig(
    @Bindable(defaultValue = "") String hostKey,
    @Bindable(defaultValue = "") List<String> publicHosts) {

  public AccessConfig {
    publicHosts = publicHosts.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
