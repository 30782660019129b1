using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Tests.Reading;

/// <summary>What the commands that read a search say of one that was interrupted, and of one that is done.</summary>
public sealed class ReadingCommandsTests : IDisposable
{
    private const string Conv3 = "|nor_conv_1x1~0|+|nor_conv_1x1~0|nor_conv_1x1~1|+|nor_conv_1x1~0|nor_conv_1x1~1|nor_conv_1x1~2|";

    private readonly TempFolder _folder = new();

    public ReadingCommandsTests()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("part"), MadeSearch.Interrupted);
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("1") with { Seed = 8 }, MadeSearch.Completed, "completed");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Trials_are_listed_with_metrics_and_architectures_and_those_that_failed_with_the_reason()
    {
        var lines = Run("trials", "part").Output.TrimEnd().Split('\n');

        lines[0].Should().MatchRegex(@"^trial  state   +val acc +MACs  architecture$");
        lines.Should().HaveCount(6);
        lines[2].Should().Be("    1  done     0.9000  4.00 M  " + Conv3);
        lines[3].Should().Contain("failed").And.EndWith("  NotANumber: a loss is NaN");
        lines[5].Should().Contain("open");
        Run("trials", "part", "--top", "2").Output.Should().MatchRegex("(?s)0.9000.*0.8000").And.NotContain("0.5000");
        Run("trials", "part", "--where", "macs>9e9").Output.Should().Be("None of the 5 trials is such.\n");
    }

    [Fact]
    public void The_same_trials_are_there_for_machines()
    {
        var json = Run("trials", "part", "--state", "done", "--state", "failed", "--sort", "macs", "--json").Json;

        json.GetProperty("all").GetInt32().Should().Be(5);
        json.GetProperty("state").GetString().Should().Be("interrupted");
        var trials = json.GetProperty("trials").EnumerateArray().ToArray();
        trials.Select(trial => trial.GetProperty("number").GetInt64()).Should().Equal(0, 3, 1, 2);
        trials[2].GetProperty("architecture").GetString().Should().Be(Conv3);
        trials[2].GetProperty("score").GetDouble().Should().Be(0.9);
        trials[3].GetProperty("failure").GetString().Should().Be("NotANumber: a loss is NaN");

        var csv = Run("trials", "part", "--csv").Output.TrimEnd().Split('\n');
        csv.Should().HaveCount(6);
        csv[0].Should().Be("trial,state,architecture,id,score,at,failure,macs,val_accuracy");
        csv[2].Should().Be($"1,done,{Conv3},{MadeSearch.Cell(2).Id},0.9,2026-05-04T03:02:01.0000000+00:00,,4000000,0.9");
        Run("trials", "part", "--csv", "--where", "macs>9e9").Output.Should().Be("trial,state,architecture,id,score,at,failure\n");
    }

    [Fact]
    public void The_best_is_the_winner_by_its_own_measurement_and_before_the_end_the_best_trial()
    {
        Run("best", "1", "--architecture").Output.Should().Be(Cell(4) + "\n" + Conv3 + "\n");
        var done = Run("best", "1", "--json").Json;
        done.GetProperty("of").GetString().Should().Be("winners");
        done.GetProperty("architectures")[0].GetProperty("metrics").GetProperty("val_accuracy").GetDouble().Should().Be(0.93);

        Run("best", "part", "--top", "1").Output.Should().Be($"trial  val acc    MACs  architecture\n    1   0.9000  4.00 M  {Conv3}\n");
        Run("best", "part", "--json").Json.GetProperty("of").GetString().Should().Be("trials so far");
    }

    [Fact]
    public void The_front_is_by_the_axes_of_the_objective_or_by_others()
    {
        var front = Run("pareto", "part", "--json").Json.GetProperty("pareto_front");
        front.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("trial").GetInt64()).Should().Equal(1, 3, 0);
        Run("pareto", "part").Output.Should().StartWith("Pareto front: 3 of 3 trials (val acc: higher is better, MACs: lower is better)\ntrial");

        var turned = Run("pareto", "part", "--axes", "val_accuracy,macs:max", "--json").Json.GetProperty("pareto_front");
        turned.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("trial").GetInt64()).Should().Equal(1);
        Refused("pareto", "part", "--axes", "val_accuracy").Should().Contain("a front needs two");
    }

    [Fact]
    public void Two_searches_are_compared_by_definition_best_curve_and_front()
    {
        var text = Run("compare", "part", "1").Output;

        text.Should().StartWith("part → 1:\n  seed: 7 → 8\n").And.Contain("(so far)").And.Contain("Best val acc so far, from 0.5000 to 0.9000")
            .And.Contain("part  ▁██ 0.9000\n1     ▁███ 0.9000\n").And.Contain("part: 3 of 3 trials; 0 dominated by 1").And.Contain("1: 3 of 4 trials; 0 dominated by part");
        var json = Run("compare", "part", "1", "--json").Json.GetProperty("searches");
        json[1].GetProperty("differences")[0].GetString().Should().Be("seed: 7 → 8");
        json[1].GetProperty("is_winner").GetBoolean().Should().BeTrue();
        json[0].GetProperty("best_so_far").EnumerateArray().Select(value => value.GetDouble()).Should().Equal(0.5, 0.9, 0.9);
    }

    [Fact]
    public void The_log_tells_in_order_what_happened()
    {
        Run("logs", "1").Output.Should().Be("""
            2026-05-04 03:02:01  begin       random on nasbench201, seed 8
            2026-05-04 03:02:01  failed      candidate 2 failed: NotANumber: a loss is NaN
            2026-05-04 03:02:01  winners     2 winners chosen
            2026-05-04 03:02:01  winners     winner 1, as chosen: CONV
            2026-05-04 03:02:01  winners     winner 2, as chosen: POOL
            2026-05-04 03:02:01  winners     winner 1, as chosen, measured: MACs 4.00 M, val acc 0.9100
            2026-05-04 03:02:01  winners     winner 2, as chosen, measured: MACs 2.00 M, val acc 0.9300
            2026-05-04 03:02:01  winners     ranked by their own measurements: 2, 1
            2026-05-04 03:02:01  end         done

            """.Replace("CONV", Conv3).Replace("POOL", Cell(4)));
        Run("logs", "1", "--last", "1", "--json").Json.GetProperty("lines")[0].GetProperty("text").GetString().Should().Be("done");
        Run("logs", "1", "--follow").Output.Should().Be(Run("logs", "1").Output, "it has ended");
        Run("logs", "part", "--all").Output.Should().Contain("proposed    trial 4: ");
    }

    [Fact]
    public void What_was_told_while_it_ran_stands_in_the_log_by_its_time()
    {
        var told = new SearchLog(_folder.Path, "part");
        told.Add(new LogLine(MadeSearch.At.AddHours(1), "worker", "came later"));
        told.Add(new LogLine(MadeSearch.At.AddMinutes(30), "worker", "came before"));

        var lines = Run("logs", "part").Output.TrimEnd().Split('\n');

        (lines[^2].Split("  ")[^1], lines[^1].Split("  ")[^1]).Should().Be(("came before", "came later"));
    }

    [Fact]
    public void A_report_is_made_of_a_search_that_is_not_at_its_end_and_says_so()
    {
        var path = _folder.Of("results/part/report.html");

        Run("report", "part").Output.Should().Be($"Report: {path}\n");

        File.ReadAllText(path).Should().ContainAll("interrupted</p>", "<h2>The best so far</h2>", "<td>best</td><td>0.9</td>", "Pareto front");
        Run("report", "1", "--to", _folder.Of("mine.html"), "--json").Json.GetProperty("report").GetString().Should().Be(_folder.Of("mine.html"));
        File.ReadAllText(_folder.Of("mine.html")).Should().ContainAll("completed</p>", "<h2>Architectures found</h2>", "<td>best</td><td>0.93</td>");
    }

    [Theory]
    [InlineData("trials")]
    [InlineData("best")]
    [InlineData("pareto")]
    [InlineData("logs")]
    [InlineData("report")]
    [InlineData("nodes")]
    public void A_search_that_there_is_not_is_named_with_those_there_are(string command)
    {
        Refused(command, "nothing-like-it").Should().Contain("'nothing-like-it'").And.Contain("known: 1, part");
        Nas.Run(_folder.Of("nowhere"), command, "x").ShouldRefuse("has no journal");
        File.WriteAllBytes(Directory.CreateDirectory(_folder.Of("broken")).FullName + "/journal.db", [.. Enumerable.Repeat((byte)7, 5000)]);
        Nas.Run(_folder.Of("broken"), command, "x").ShouldRefuse("is damaged", "nas doctor --repair");
    }

    [FullDiskFact]
    public void A_workspace_that_cannot_be_written_is_read_as_any_other_and_its_report_goes_elsewhere()
    {
        string[][] commands = [["trials", "part"], ["best", "part"], ["pareto", "part"], ["compare", "part", "1"], ["logs", "part"]];
        var before = commands.Select(command => Run(command).Output).ToArray();
        using var elsewhere = new TempFolder();
        using var locked = new ReadOnlyFolder(_folder.Path);

        commands.Select(command => Run(command).Output).Should().Equal(before);
        Refused("report", "part").Should().Contain("cannot be written").And.Contain("--to FILE");
        Run("report", "part", "--to", elsewhere.Of("r.html"));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("best")]
    [InlineData("trials")]
    [InlineData("resume")]
    public void Damage_anywhere_in_the_journal_is_told_though_the_search_itself_could_be_read(string command)
    {
        var path = Path.Combine(_folder.Path, "journal.db");
        var bytes = File.ReadAllBytes(path);
        bytes[39] ^= 1; // How many pages are free.
        File.WriteAllBytes(path, bytes);

        Refused(command, "part").Should().Contain("is damaged").And.Contain("'nas doctor --repair'");
    }

    [Fact]
    public void Options_that_do_not_go_together_and_numbers_that_cannot_be_are_refused()
    {
        Refused("trials", "part", "--json", "--csv").Should().Contain("do not go together");
        Refused("best", "part", "--json", "--architecture").Should().Contain("do not go together");
        Refused("trials", "part", "--top", "0").Should().Contain("'0' of --top must be a whole number of at least 1.");
        Refused("compare", "part").Should().Contain("'nas compare' needs <searches>");
    }

    private static string Cell(int operation) =>
        operation == 4 ? Conv3.Replace("nor_conv_1x1", "avg_pool_3x3") : throw new ArgumentOutOfRangeException(nameof(operation));

    private ProgramResult Run(params string[] arguments) => Nas.Run(_folder.Path, arguments).Succeeded();

    private string Refused(params string[] arguments)
    {
        var result = Nas.Run(_folder.Path, arguments);
        result.ShouldRefuse("nas: ");
        return result.Error;
    }
}
