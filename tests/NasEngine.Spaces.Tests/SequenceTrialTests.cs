using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>Trials on sequences of tokens.</summary>
public sealed class SequenceTrialTests
{
    private static readonly INetworkSpace Space = AllSpaces.Make("sequence", ("scale", "mini"));

    [Theory]
    [InlineData("sequence", "w16|d1|attention2|-|r2|-", 0.05)]
    [InlineData("sequence", "w16|d1|conv3|-|r2|-", 0.05)]
    [InlineData("enas-rnn", "tanh|i1_relu|i1_identity|i2_sigmoid", 0.5)]
    public void A_network_learns_which_token_is_in_a_sequence(string id, string architecture, double learningRate)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        using var estimator = Estimator(space, new Marked(tokens: 64, length: 16), new { Epochs = 15, BatchSize = 20, LearningRate = learningRate });
        var candidate = new Candidate(0, new Trial(space.Parse(architecture), new Fidelity(null)));

        estimator.Train(candidate, NoProgress.Instance, default);

        estimator.Evaluate(candidate, NoProgress.Instance, default).Metrics[MetricNames.ValidationAccuracy].Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void Data_and_space_that_do_not_fit_are_told_with_what_would_fit()
    {
        Refused(Space, new Marked(tokens: 65, length: 16)).Should()
            .Be("Space 'sequence' is for sequences of 16 of 64 tokens in 2 classes; data 'marked' has 16 of 65 in 2. Give the space new { Tokens = 65, Length = 16, Classes = 2 }.");
        Refused(Space, new Marked(tokens: 9, length: 12)).Should().EndWith("Give the space new { Tokens = 9, Length = 12, Classes = 2 }.");
        Refused(AllSpaces.Make("mlp"), new Marked(tokens: 9, length: 12)).Should().EndWith("use the space 'sequence', new { Tokens = 9, Length = 12, Classes = 2 }.");
        Refused(Space, new Relaxed.StripeData()).Should().EndWith("use a space of images or tables.");
    }

    [Theory]
    [InlineData("Flip", "true")]
    [InlineData("MixUp", "0.2")]
    public void What_changes_images_is_refused_of_tokens(string option, string value) => FluentActions
        .Invoking(() => Estimator(Space, new Marked(64, 16), OptionBag.Empty.With("BatchSize", "20").With(option, value)))
        .Should().Throw<InputException>().WithMessage("*move, mirror, mix or erase images, and the data has sequences of tokens; leave them out.");

    [Fact]
    public void Tokens_are_not_normalised_and_their_words_are_written_with_the_network()
    {
        var input = NetworkInput.Of(new Marked(tokens: 9, length: 12));
        using var file = new MemoryStream();
        input.Write(file);
        file.Position = 0;

        var back = NetworkInput.Read(file, "input.json");

        (input.Mean[0], input.Deviation[0]).Should().Be((0f, 1f));
        (back.Vocabulary!.Splitting, string.Join(' ', back.Vocabulary.Tokens)).Should().Be(("blanks", "0 1 2 3 4 5 6 7 8"));
    }

    private static string Refused(INetworkSpace space, IDataset data) =>
        FluentActions.Invoking(() => Estimator(space, data, new { BatchSize = 20 })).Should().Throw<InputException>().Which.Message;

    private static IEstimator Estimator(INetworkSpace space, IDataset data, object options) => PluginParts.Of(new NetworksPlugin())
        .Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("from-scratch", OptionBag.From(options)),
            new EstimatorSetup(space, data, 5, "cpu", 1, PluginParts.Of(new NetworksPlugin())));

    /// <summary>Sequences of random tokens, padded behind, one of which is 5 or 6: the class.</summary>
    private sealed class Marked(int tokens, int length) : IDataset
    {
        public string Name => "marked";

        public string Hash => "marked";

        public int Classes => 2;

        public Vocabulary? Vocabulary => new("blanks", [.. Enumerable.Range(0, tokens).Select(token => $"{token}")]);

        public LabelledImages Train => Drawn(1);

        public LabelledImages Test => Drawn(2);

        private LabelledImages Drawn(ulong seed)
        {
            const int Count = 400;
            var random = RandomSource.For(seed, 0, "tokens");
            var values = new float[Count * length];
            for (var row = 0; row < Count; row++)
            {
                var filled = (length / 2) + random.NextInt(length / 2);
                for (var place = 0; place < filled; place++)
                {
                    values[(row * length) + place] = tokens > 20 ? 10 + random.NextInt(tokens - 10) : 1;
                }

                values[(row * length) + random.NextInt(filled)] = 5 + (row % 2);
            }

            return new LabelledImages(new ImageShape(1, 1, length), default, Enumerable.Range(0, Count).Select(row => row % 2).ToArray())
            {
                Values = values,
                Tokens = tokens,
            };
        }
    }
}
