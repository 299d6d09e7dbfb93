-- One row per stream: what it is about, and where its chain ends.
CREATE TABLE stream (
  id         VARCHAR(64)      PRIMARY KEY,
  created_at BIGINT           NOT NULL, -- nanoseconds since 1970
  about      VARCHAR(65536)   NOT NULL, -- JSON of whoever owns the stream
  head_seq   BIGINT           NOT NULL, -- seq of the last line, 0 before the first
  head_at    BIGINT           NOT NULL, -- when the last line was written, nanoseconds since 1970
  head_chain BINARY(32)       NOT NULL  -- chain value of the last line
);

-- One row per line. Rows are never updated; they go only when their stream is erased.
CREATE TABLE line (
  stream  VARCHAR(64)         NOT NULL,
  seq     BIGINT              NOT NULL,
  at      BIGINT              NOT NULL, -- nanoseconds since 1970
  elapsed DOUBLE PRECISION    NOT NULL, -- seconds on the stream's own clock
  type    VARCHAR(64)         NOT NULL,
  payload VARBINARY(1000000)  NOT NULL, -- JSON, deflated
  chain   BINARY(32)          NOT NULL, -- SHA-256 over the chain value before and this line
  PRIMARY KEY (stream, seq)
);
