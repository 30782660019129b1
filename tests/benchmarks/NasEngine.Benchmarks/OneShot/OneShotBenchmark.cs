namespace NasEngine.Benchmarks.OneShot;

/// <summary>What weight sharing is to show.</summary>
internal sealed class OneShotBenchmark() : TablesBenchmark(
    "oneshot", "The tables of one-shot methods, each in a file of its own.",
    [
        new TfNasTable(), new TfNasHereTable(), new PlantedTable(), new SpacesTable(), new TfNasPartsTable(), new ChildrenTable(),
        new SamplingTable(), new DMaskingTable(), new SplitsTable(), new MemoryTable(), new CellsTable(), new WinnersTable(),
    ]);
