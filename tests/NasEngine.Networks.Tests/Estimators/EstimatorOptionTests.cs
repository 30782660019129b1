using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>An option that an estimator takes changes what it measures: none is taken and ignored.</summary>
public sealed class EstimatorOptionTests
{
    /// <summary>Asserted with what they need: a teacher's files, weights that are handed on, rare classes.</summary>
    private static readonly string[] Elsewhere = ["teacher", "teacherWeights", "temperature", "teacherShare", "inherit", "unevenness", "classWeights", "hints", "saveEvery"];

    public static TheoryData<string> OfTrials =>
    [
        "testSet=true", "augment=true", "epochs=1", "batchSize=20", "heldOut=0.3", "crop=1", "flip=true", "learningRate=0.1", "momentum=0.5",
        "weightDecay=0.1", "clip=0.01", "schedule=constant", "labelSmoothing=0.1", "averaging=0.9",
        "warmUp=0.3", "mixUp=0.4", "cutMix=1", "erasing=0.5", "randAugment=2",
        "magnitude=25 randAugment=3", "accumulate=2", "patience=1", "precision=bf16",
    ];

    public static TheoryData<string> OfSteps =>
    [
        "batchSize=20", "validationBatchSize=20", "heldOut=0.3", "learningRate=0.01", "momentum=0.1", "weightDecay=0.5", "clip=0.01",
        "schedule=exponential scheduleSteps=4", "scheduleSteps=3", "scheduleEnd=0.5 scheduleSteps=4",
    ];

    [Theory]
    [MemberData(nameof(OfTrials))]
    public void Every_option_of_trials_changes_the_measurement(string option) =>
        Trial(option).Should().NotEqual(Trial(Context(option)), "of {0}", option);

    [Theory]
    [MemberData(nameof(OfSteps))]
    public void Every_option_of_steps_changes_the_measurement(string option) =>
        Steps(option).Should().NotEqual(Steps(Context(option)), "of {0}", option);

    [Fact]
    public void An_option_that_counts_only_beside_another_is_refused_without_it() =>
        PartOptions.RefusedAlone<IEstimator>(
            PluginParts.Of(new NetworksPlugin()), option => option.Condition!.Option == "teacher" ? "teacherWeights=1" : "").Should().Equal(
            "from-scratch.hints", "from-scratch.magnitude", "from-scratch.teacherShare", "from-scratch.temperature", "from-scratch.unevenness", "supernet.scheduleEnd",
            "supernet.scheduleSteps");

    [Fact]
    public void All_options_are_looked_at()
    {
        Names(FromScratchOptions.Read).Should().BeEquivalentTo([.. ((IEnumerable<object[]>)OfTrials).Select(row => Name((string)row[0])), .. Elsewhere]);
        Names(SupernetOptions.Read).Should().BeEquivalentTo(((IEnumerable<object[]>)OfSteps).Select(row => Name((string)row[0])));
    }

    private static string[] Trial(string options)
    {
        using var estimator = EstimatorFixture.Create<IEstimator>("from-scratch", Bag($"epochs=2 batchSize=50 {options}"));
        return Text(estimator.Run(EstimatorFixture.Trial()));
    }

    private static string[] Steps(string options)
    {
        using var estimator = EstimatorFixture.Create<IEstimator>("supernet", Bag($"batchSize=30 validationBatchSize=30 {options}"));
        return [.. Enumerable.Range(0, 4).SelectMany(number => Text(estimator.Run(EstimatorFixture.Step(number))))];
    }

    private static string[] Text(Measurement measured) => [.. measured.Metrics.Select(pair => $"{pair.Key} {pair.Value:R}")];

    /// <summary>What stands beside an option for it to say anything.</summary>
    private static string Context(string option) => string.Join(' ', option.Split(' ')[1..]);

    private static string Name(string option) => option.Split('=')[0];

    private static OptionBag Bag(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Split('=')[0], pair.Split('=')[1]));

    private static IEnumerable<string> Names<T>(Func<OptionReader, T> read)
    {
        var reader = new OptionReader("test", OptionBag.Empty);
        read(reader);
        return reader.Descriptions.Select(option => option.Name);
    }
}
