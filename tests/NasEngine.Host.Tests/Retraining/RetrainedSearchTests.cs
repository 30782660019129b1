using NasEngine.Contracts;
using NasEngine.Host.Retraining;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Retraining;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Retraining;

/// <summary>What was trained again of a search is shown with it, and what cannot be is refused.</summary>
public sealed class RetrainedSearchTests : IDisposable
{
    private const string Again = "old.retrain-trial3-epochs20";

    private readonly TempFolder _folder = new();

    public RetrainedSearchTests()
    {
        var trained = MadeSearch.Spec("old") with { Final = new FinalSpec("from-scratch", 2) };
        MadeSearch.Write(_folder.Path, trained, MadeSearch.Completed, "completed");
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("bare"), MadeSearch.Completed, "completed");
        MadeSearch.Write(_folder.Path, trained with { Name = "part" }, MadeSearch.Interrupted);
        MadeSearch.Write(
            _folder.Path, trained with { Name = "slices", Final = trained.Final! with { Inherits = true } }, MadeSearch.Completed, "completed");
        MadeSearch.Write(_folder.Path, trained with { Name = Again }, Trained(4, 0.97), "completed");
        MadeSearch.Write(_folder.Path, trained with { Name = "old.retrain-trial0" }, MadeSearch.Interrupted);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_stands_with_the_search_on_the_terminal_and_for_machines()
    {
        foreach (var command in new[] { "show", "best" })
        {
            var one = Run(command, "old", "--json").Json.GetProperty("retrained").EnumerateArray().Should().ContainSingle("the other is not done").Which;
            one.GetProperty("by").GetString().Should().Be(Again);
            one.GetProperty("trial").GetInt64().Should().Be(3);
            one.GetProperty("epochs").GetDouble().Should().Be(20);
            one.GetProperty("metrics").GetProperty("val_accuracy").GetDouble().Should().Be(0.97);
        }

        Run("best", "old").Output.Should().MatchRegex(@"(?m)^trained again +val acc +MACs  architecture$").And.MatchRegex(@"(?m)^trial 3, 20 epochs +0\.9700 +2\.00 M  \|");
        Run("best", "bare").Output.Should().NotContain("trained again");
        Run("best", "old", "--architecture").Output.Split('\n').Should().HaveCount(3, "scripts get the winners alone");
    }

    [Fact]
    public void The_report_has_it()
    {
        Run("report", "old", "--to", _folder.Of("old.html"));
        Run("report", "bare", "--to", _folder.Of("bare.html"));

        File.ReadAllText(_folder.Of("old.html")).Should().Contain("<h2>Trained again</h2>").And.Contain("trial 3, 20 epochs").And.Contain("0.9700");
        File.ReadAllText(_folder.Of("bare.html")).Should().NotContain("Trained again");
    }

    [Fact]
    public void It_goes_with_the_search_under_another_name_and_away()
    {
        Run("rename", "old", "new").Output.Should().Contain("and what was made of it new.retrain-trial3-epochs20, new.retrain-trial0.");
        Run("best", "new", "--json").Json.GetProperty("retrained").GetArrayLength().Should().Be(1);
        Run("delete", "new", "--yes").Output.Should().Be("Deleted: new.retrain-trial3-epochs20, new.retrain-trial0, new.\n");
    }

    [Theory]
    [InlineData("There is no search 'nine'", "nine")]
    [InlineData("Search 'bare' trains no winners, so nothing says how its architectures are trained; add .Final(epochs: 2)", "bare")]
    [InlineData("Search 'old' has no trial 9; 'nas trials old' lists them.", "old", "--trial", "9")]
    [InlineData("'-1' of --trial must be a whole number of at least 0", "old", "--trial=-1")]
    [InlineData("'0' of --epochs must be", "old", "--epochs", "0")]
    [InlineData("Search 'old' has 2 winners in all; give a --runner-up from 1 to 1.", "old", "--runner-up", "2")]
    [InlineData("--trial, --runner-up and --architecture name several networks; give one of them.", "old", "--trial", "1", "--runner-up", "1")]
    [InlineData("Search 'part' has no winners yet; name a trial: nas retrain part --trial N.", "part")]
    [InlineData("nothing says for how long one is trained; give --epochs E.", "slices", "--trial", "1")]
    [InlineData("was made of 'old'; name an architecture of 'old'.", Again, "--trial", "0")]
    public void What_cannot_be_trained_again_is_refused_in_a_sentence(string sentence, params string[] arguments)
    {
        Nas.Run(_folder.Path, ["retrain", .. arguments]).ShouldRefuse(sentence);
        Nas.Run(_folder.Path, "worth", Again).ShouldRefuse("trained an architecture of 'old' again; ask for the worth of 'old'.");
    }

    [Fact]
    public void A_trial_is_named_by_its_number_a_winner_by_its_place_and_what_was_trained_otherwise_says_how()
    {
        Architecture[] winners = [MadeSearch.Cell(4), MadeSearch.Cell(2)];

        Title(new("x", "trial12"), MadeSearch.Cell(2)).Should().Be("trial 12");
        Title(new("x", MadeSearch.Cell(2).Id) { Epochs = 0.5, Seed = 3 }, MadeSearch.Cell(2)).Should().Be("runner-up, 0.5 epochs, seed 3");
        Title(new("x", MadeSearch.Cell(1).Id), MadeSearch.Cell(1)).Should().Be(MadeSearch.Cell(1).Id);
        string Title(RetrainName name, Architecture architecture) => RetrainText.Title(name, architecture, winners);
    }

    [Fact]
    public void The_command_that_goes_on_with_it_is_the_one_that_began_it()
    {
        RetrainCommandLine.Of(new("x", "trial12") { Epochs = 20, Seed = 3 }).Should().Be("nas retrain x --trial 12 --epochs 20 --seed 3");
        RetrainCommandLine.Of(new("x", "0123456789ab")).Should().Be("nas resume x.retrain-0123456789ab");
    }

    private static SearchEvent[] Trained(int operation, double accuracy) =>
    [
        MadeSearch.Proposed(0, operation), MadeSearch.Measured(0, accuracy, 2e6),
        new FinalistsChosen([MadeSearch.Cell(operation)], new SearchState(MadeSearch.Spec("x")).Alphas),
        new FinalistMeasured(0, new Measurement().With(MetricNames.ValidationAccuracy, accuracy).With(MetricNames.Macs, 2e6), null),
        new Completed(),
    ];

    private ProgramResult Run(params string[] arguments) => Nas.Run(_folder.Path, arguments).Succeeded();
}
