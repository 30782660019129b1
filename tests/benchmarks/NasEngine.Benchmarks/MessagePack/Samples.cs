namespace NasEngine.Benchmarks.MessagePack;

/// <summary>Messages as large as the protocol's get.</summary>
internal static class Samples
{
    private const int Paths = 14;
    private const int Decisions = 100;
    private const int Choices = 12;
    private const int Epochs = 100;

    public static Assign Assign()
    {
        var random = new Random(1);
        return new Assign(
            Guid.NewGuid(),
            123_456,
            ulong.MaxValue / 3,
            "fbnetv2-f",
            [.. Enumerable.Range(0, Paths).Select(_ => Enumerable.Range(0, Decisions).Select(_ => random.Next(Choices)).ToArray())],
            new Dictionary<string, string> { ["optimizer"] = "sgd", ["schedule"] = "cosine", ["batch"] = "128" });
    }

    public static Done Done()
    {
        var random = new Random(2);
        double[] Curve() => [.. Enumerable.Range(0, Epochs).Select(_ => random.NextDouble())];
        return new Done(
            Guid.NewGuid(),
            123_456,
            new Dictionary<string, double[]>
            {
                ["train.loss"] = Curve(), ["train.accuracy"] = Curve(), ["valid.loss"] = Curve(), ["valid.accuracy"] = Curve(),
            },
            new Dictionary<string, double> { ["latency"] = 1.25, ["macs"] = 3.2e8, ["parameters"] = 5_300_000 },
            null);
    }

    public static Progress Progress() => new(123_456, 7, 1.2345678);
}
