namespace NasEngine.Benchmarks.Ship;

/// <summary>What a winner is worth beside what one would take instead.</summary>
internal sealed class ShipBenchmark() : TablesBenchmark(
    "ship", "The tables of what is shipped, each in a file of its own.", [new BoostingTable(), new RuntimesTable(), new PublishedTable(), new PartsTable()]);
