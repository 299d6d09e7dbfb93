package dev.hotseat.live.payments;

import java.util.Set;

/// What an amount may be.
final class Money {
  /// Largest amount in minor units. A thousand billion, so that nine million payments of it still
  /// add up within 64 bits.
  static final long MINOR_MAX = 999_999_999_999L;

  /// The currencies in use of ISO 4217; funds, metals and testing codes are none that a customer
  /// pays in.
  private static final Set<String> IN_USE =
      Set.of(
          """
          AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
          BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
          GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
          KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU
          MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
          RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
          TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW
          ZWG
          """
              .split("\\s+"));

  private Money() {}

  static boolean isCurrency(String code) {
    return IN_USE.contains(code);
  }

  static boolean isAmount(long minor) {
    return minor >= 1 && minor <= MINOR_MAX;
  }
}
