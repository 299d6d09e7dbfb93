package dev.hotseat.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/// Turns view records into pages.
@Singleton
final class Templates {
  private static final String PACKAGE = "dev.hotseat.jte";
  private static final String HTML = "text/html; charset=utf-8";

  private final Assets assets;
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

  Templates(Assets assets) {
    this.assets = assets;
  }

  /// A page of the site. Every such template has a parameter `assets`: where style sheets and
  /// modules are.
  MutableHttpResponse<String> page(String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("assets", assets.base());
    return HttpResponse.ok(text(template, all)).header("Content-Type", HTML);
  }

  /// What a template makes of its parameters.
  String text(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    engine.render(template, parameters, page);
    return page.toString();
  }
}
