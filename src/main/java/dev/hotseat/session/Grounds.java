package dev.hotseat.session;

import dev.hotseat.journal.Journal;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.world.World;

/// What every session of this server stands on.
record Grounds(
    Journal journal, EventCodec codec, LiveSystems systems, World world, SessionLimits limits) {}
