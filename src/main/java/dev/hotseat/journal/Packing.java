package dev.hotseat.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/// Payloads as they lie on disk. A second of readings is several kilobytes of JSON whose keys
/// repeat; deflated at the fastest level it is about a fifth.
final class Packing {
  private static final int UNPACKED_BYTES_MAX = 16 << 20;

  private Packing() {}

  static byte[] pack(String payload) {
    var out = new ByteArrayOutputStream(payload.length() / 3 + 64);
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var packing = new DeflaterOutputStream(out, deflater)) {
      packing.write(payload.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /// @throws DataFormatException when the bytes were never packed like this
  static String unpack(byte[] packed) throws DataFormatException {
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream(packed.length * 4);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new DataFormatException("ends too early");
        }
        out.write(buffer, 0, count);
        if (out.size() > UNPACKED_BYTES_MAX) {
          throw new DataFormatException("longer than any line");
        }
      }
      return out.toString(StandardCharsets.UTF_8);
    } finally {
      inflater.end();
    }
  }
}
