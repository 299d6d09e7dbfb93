package dev.hotseat.ui;

import dev.hotseat.ui.Assets.Asset;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.Optional;

/// Hands out the files of the pages.
@Controller("/static")
final class AssetsController {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final Assets assets;

  AssetsController(Assets assets) {
    this.assets = assets;
  }

  /// A file; under a version that is not ours it is sent all the same, but not to be kept.
  @Get("/{version}/{+path}")
  @Nullable
  HttpResponse<?> file(
      String version, String path, @Header("If-None-Match") @Nullable String known) {
    Optional<Asset> found = assets.find(path);
    if (found.isEmpty()) {
      return null; // the framework's 404
    }
    Asset asset = found.get();
    MutableHttpResponse<?> response =
        asset.etag().equals(known)
            ? HttpResponse.notModified()
            : HttpResponse.ok(asset.bytes()).header("Content-Type", asset.type());
    return response
        .header("ETag", asset.etag())
        .header("Cache-Control", assets.isCurrent(version) ? FOR_GOOD : ASK_AGAIN);
  }
}
