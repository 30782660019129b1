using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Host.Output.Trials;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Which trials are listed, and in what order.</summary>
public sealed class TrialQueryTests
{
    private static readonly ObjectiveAxis[] Axes = [new("acc", Direction.Maximize), new("macs", Direction.Minimize)];

    private static readonly TrialRow[] Rows =
    [
        Row(0, 0.5, 10), Row(1, 0.9, 40), new(2, TrialRow.Failed, "conv", Empty), Row(3, 0.9, 20), new(4, TrialRow.Open, "skip", Empty),
    ];

    private static ImmutableSortedDictionary<string, double> Empty => ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    [Fact]
    public void All_are_listed_by_number() => Numbers(new TrialQuery()).Should().Equal(0, 1, 2, 3, 4);

    [Fact]
    public void Sorted_by_a_metric_the_better_come_first_and_what_was_not_measured_last()
    {
        Numbers(new TrialQuery { Sort = "acc" }).Should().Equal(1, 3, 0, 2, 4);
        Numbers(new TrialQuery { Sort = "macs" }).Should().Equal(0, 3, 1, 2, 4);
        Numbers(new TrialQuery { Sort = "macs", Reverse = true }).Should().Equal(1, 3, 0, 2, 4);
        Numbers(new TrialQuery { Sort = "number", Reverse = true }).Should().Equal(4, 3, 2, 1, 0);
    }

    [Theory]
    [InlineData("test_accuracy", 1L, 0L)]
    [InlineData("test_r2", 1L, 0L)]
    [InlineData("latency_ms", 0L, 1L)]
    [InlineData("own", 0L, 1L)]
    public void The_better_come_first_also_by_a_metric_that_the_search_does_not_go_by(string metric, params long[] numbers)
    {
        TrialRow[] rows = [.. new[] { 0.25, 0.75 }.Select((value, number) => new TrialRow(number, TrialRow.Done, "cell", Empty.Add(metric, value)))];

        new TrialQuery { Sort = metric }.Of(rows, Axes).Select(row => row.Number).Should().Equal(numbers);
    }

    [Fact]
    public void The_top_are_the_best_by_the_score() => Numbers(new TrialQuery { Top = 2 }).Should().Equal(1, 3);

    [Fact]
    public void The_last_are_of_those_that_meet_the_conditions() =>
        Numbers(new TrialQuery { Last = 1, States = [TrialRow.Done] }).Should().Equal(3);

    [Theory]
    [InlineData("macs<20", 0L)]
    [InlineData("macs<=20", 0L, 3L)]
    [InlineData("acc>0.5", 1L, 3L)]
    [InlineData("acc >= 9e-1", 1L, 3L)]
    [InlineData("acc=0.5", 0L)]
    public void Conditions_are_on_metrics(string text, params long[] numbers) =>
        Numbers(new TrialQuery { Where = [TrialFilter.Parse(text)] }).Should().Equal(numbers);

    [Fact]
    public void Architectures_are_found_by_a_part_of_their_text_or_by_their_id()
    {
        Numbers(new TrialQuery { Architecture = "CON" }).Should().Equal(2);
        Numbers(new TrialQuery { Architecture = "id3" }).Should().Equal(3);
    }

    [Fact]
    public void A_metric_that_no_trial_has_is_refused_with_those_there_are()
    {
        FluentActions.Invoking(() => Numbers(new TrialQuery { Sort = "speed" })).Should().Throw<InputException>()
            .WithMessage("No trial has a metric 'speed': known: acc, macs, number, score");
        FluentActions.Invoking(() => Numbers(new TrialQuery { Where = [TrialFilter.Parse("mac<3")] })).Should().Throw<InputException>()
            .WithMessage("No trial has a metric 'mac': did you mean 'macs'?");
    }

    [Theory]
    [InlineData("macs")]
    [InlineData("<4")]
    [InlineData("macs<four")]
    [InlineData("macs<NaN")]
    [InlineData("macs<1e400")]
    [InlineData("macs<4,5")]
    public void What_is_no_condition_is_refused(string text) => FluentActions.Invoking(() => TrialFilter.Parse(text))
        .Should().Throw<InputException>().WithMessage($"--where '{text}' is no condition; give a metric and a number, e.g. *");

    [Fact]
    public void A_metric_that_is_called_as_a_column_of_the_CSV_has_a_column_of_its_own()
    {
        var text = new StringWriter { NewLine = "\n" };

        TrialCsv.Write(text, [Row(7, 0.5, 10) with { Metrics = Empty.Add("score", -2).Add("metric_score", 3) }]);

        text.ToString().ReplaceLineEndings("\n").Should().Be(
            "trial,state,architecture,id,score,at,failure,metric_score,metric_metric_score\n7,done,cell,id7,0.5,,,3,-2\n");
    }

    private static long[] Numbers(TrialQuery query) => [.. query.Of(Rows, Axes).Select(row => row.Number)];

    private static TrialRow Row(long number, double accuracy, double macs) =>
        new(number, TrialRow.Done, "cell", Empty.Add("acc", accuracy).Add("macs", macs)) { Score = accuracy, Id = $"id{number}" };
}
