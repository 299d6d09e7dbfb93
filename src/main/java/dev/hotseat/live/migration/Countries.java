package dev.hotseat.live.migration;

import static java.util.Map.entry;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// From what people type for a country to its ISO code, and to the money used there.
final class Countries {
  /// ISO 3166 leaves this code to its users; ours means that nobody knows.
  static final String UNKNOWN = "ZZ";

  /// Where the country is unknown, credit was given in the currency of the house.
  static final String HOUSE_CURRENCY = "EUR";

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("uk", "GB"),
          entry("england", "GB"),
          entry("great britain", "GB"),
          entry("usa", "US"),
          entry("u.s.a.", "US"),
          entry("united states of america", "US"),
          entry("deutschland", "DE"),
          entry("holland", "NL"),
          entry("the netherlands", "NL"),
          entry("españa", "ES"),
          entry("brasil", "BR"),
          entry("nippon", "JP"),
          entry("czech republic", "CZ"),
          entry("ivory coast", "CI"));

  private static final Map<String, String> CODES = codes();
  private static final Map<String, String> CURRENCIES = currenciesByCode();

  private Countries() {}

  /// ISO codes by what people type for them: the code or the English name, as they are written and
  /// in small letters.
  static Map<String, String> codesByName() {
    return CODES;
  }

  /// ISO codes by other names, in small letters.
  static Map<String, String> codesByAlias() {
    return ALIASES;
  }

  /// Currencies by ISO code of the country, where it has one.
  static Map<String, String> currencies() {
    return CURRENCIES;
  }

  static String code(String typed, List<Note> notes) {
    String exact = CODES.get(typed);
    return exact == null ? guessed(typed, notes) : exact;
  }

  private static String guessed(String typed, List<Note> notes) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    String code = CODES.getOrDefault(plain, ALIASES.getOrDefault(plain, UNKNOWN));
    String rule = code.equals(UNKNOWN) ? "country-unknown" : "country-by-alias";
    notes.add(new Note(rule, typed, code));
    return code;
  }

  /// The English name, or nothing where the country is unknown.
  static String name(String code) {
    return code.equals(UNKNOWN) ? "" : english(code);
  }

  static String currency(String code) {
    return CURRENCIES.getOrDefault(code, HOUSE_CURRENCY);
  }

  private static String english(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      codes.put(code, code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(english(code), code);
      codes.put(english(code).toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(codes);
  }

  private static Map<String, String> currenciesByCode() {
    Map<String, String> currencies = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Currency currency = Currency.getInstance(Locale.of("", code));
      if (currency != null && currency.getDefaultFractionDigits() >= 0) {
        currencies.put(code, currency.getCurrencyCode());
      }
    }
    return Map.copyOf(currencies);
  }
}
