/// Measures what the house costs and what it can carry. Not part of the product.
///
/// Stands on everything it measures; nothing stands on it. Every benchmark is a class with a `main`
/// that prints its conditions beside its figures. Start reading at
/// [dev.hotseat.benchmarks.RecorderCost], the smallest.
@NullMarked
package dev.hotseat.benchmarks;

import org.jspecify.annotations.NullMarked;
