using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Search;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Served;

/// <summary>What the pages say when they come, before any script ran.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private readonly TestWorkspace _workspace = new();
    private ServedView _view = null!;

    public async Task InitializeAsync() => _view = await ServedView.StartAsync(_workspace.Folder);

    public async Task DisposeAsync()
    {
        await _view.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task The_list_says_where_each_search_is()
    {
        _workspace.Begin("halfway", 20);
        _workspace.Begin("done", 40).Complete(7, 17);
        _workspace.Begin("broken", 5).Fail("20 in a row");

        var page = Text(await _view.PageAsync("/"));

        page.Should().MatchRegex("broken failed random on nasbench201 val acc 0.2800 5 of 40")
            .And.MatchRegex("done done random on nasbench201 test acc 0.9000 40 of 40")
            .And.MatchRegex("halfway interrupted random on nasbench201 val acc 0.3900 20 of 40", "its process is not there")
            .And.Contain("2026-05-04 03:02");
        page.IndexOf("broken", StringComparison.Ordinal).Should().BeLessThan(page.IndexOf("halfway", StringComparison.Ordinal), "the newest come first");
    }

    [Fact]
    public async Task An_empty_workspace_says_how_to_begin() =>
        Text(await _view.PageAsync("/")).Should().Contain("No searches yet").And.Contain("./nas run scripts/quickstart.csx");

    [Fact]
    public async Task A_search_shows_its_winners_curves_and_failures()
    {
        var search = _workspace.Begin("done", 40);
        search.Complete(7, 17);

        var page = Text(await _view.PageAsync($"/search/{search.Id}"));

        page.Should().Contain("Winners").And.MatchRegex(@"best 0\.9000 7\.00 M 1\.500 ms \|").And.MatchRegex(@"runner-up 0\.8900 17\.00 M 1\.500 ms \|")
            .And.Contain("Best so far").And.Contain("Each trial: MACs").And.Contain("Temperature")
            .And.MatchRegex("4 NotANumber: the loss is <b>NaN</b>");
    }

    [Fact]
    public async Task An_interrupted_search_says_how_to_go_on()
    {
        var search = _workspace.Begin("halfway", 20);
        var told = _workspace.Begin(TestWorkspace.Spec("told") with { Estimator = "told" });

        Text(await _view.PageAsync($"/search/{told.Id}")).Should().Contain("./nas ask told").And.NotContain("nas resume");
        Text(await _view.PageAsync($"/search/{search.Id}")).Should().Contain("./nas resume halfway").And.NotContain("Winners");
    }

    /// <summary>Accuracy is (7n mod 40) / 100, cost n: 0.28 at 4, 0.35 at 5, 0.38 at 34, 0.39 at 17; 0 costs nothing.</summary>
    [Fact]
    public async Task The_front_lists_what_no_other_trial_dominates()
    {
        var search = _workspace.Begin("done", 40);

        var page = Text(await _view.PageAsync($"/search/{search.Id}/front"));

        page.Should().Contain("of 36 trials").And.MatchRegex(@"17 17\.00 M 0\.3900").And.MatchRegex(@"5 5\.00 M 0\.3500").And.NotMatchRegex(@"34 34\.00 M");
    }

    [Fact]
    public async Task The_log_has_what_the_journal_and_the_run_told_the_newest_first()
    {
        var search = _workspace.Begin("done", 12);
        search.Fail("20 in a row");
        new SearchLog(_workspace.Folder, "done").Add(new LogLine(TestWorkspace.Start.AddSeconds(4), "worker", "worker 1 is <b>ready</b>"));

        var page = Text(await _view.PageAsync($"/search/{search.Id}/log"));

        page.Should().MatchRegex(@"2026-05-04 03:18:42 ?end ?failed: 20 in a row .*03:02:11 ?failed ?candidate 9 failed: NotANumber: the loss is <b>NaN</b> .*"
            + @"03:02:05 ?worker ?worker 1 is <b>ready</b> .*03:02:01 ?begin ?random on nasbench201, seed 7");
    }

    [Fact]
    public async Task The_definition_is_that_of_the_report()
    {
        var search = _workspace.Begin("done", 1);

        Text(await _view.PageAsync($"/search/{search.Id}/definition")).Should().Contain("objective maximise val_accuracy, traded off against macs (lower is better)")
            .And.Contain("budget 40 trials").And.Contain("data hash abc");
    }

    [Fact]
    public async Task A_trial_shows_its_network_and_another_beside_it_with_what_differs()
    {
        var search = _workspace.Begin("done", 40);

        var page = await _view.PageAsync($"/search/{search.Id}/trial/8?with=trial-3");

        Text(page).Should().Contain("Trial 8 and trial 3").And.Contain("val acc 0.1600").And.Contain("val acc 0.2100");
        Regex.Matches(page, "<tr class=\"differs\">").Should().HaveCount(1, "8 is 3 1 and 3 is 3 0 to base 5");
        var picture = Regex.Match(page, "<img src=\"([^\"]+)\"").Groups[1].Value;
        var drawn = await _view.Client.GetAsync("/" + WebUtility.HtmlDecode(picture));
        drawn.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        XDocument.Parse(await drawn.Content.ReadAsStringAsync()).Root!.Name.LocalName.Should().Be("svg");
    }

    [Fact]
    public async Task Nodes_stand_with_the_search_that_they_worked_for()
    {
        var (search, node) = (_workspace.Begin("one", 0), new NodeRef(7, "big"));
        search.Propose(0);
        search.Happened(1, new NodeHappened(node, new NodeJoined(new NodeFacts(1, "10.0.0.7:4000", 4, "cuda:0", "1.2.3", "4.5.6", 0.5) { Tags = "gpu" })));
        search.Happened(3601, new Measured(0, new Measurement().With(MetricNames.ValidationAccuracy, 0.5)) { By = new WorkedBy(1, 3) { Node = 7 } });
        search.Happened(3602, new NodeHappened(node, new StartFailed("Node 'big': No space left on device.")));
        _workspace.Begin("alone", 3);

        Text(await _view.PageAsync($"/search/{search.Id}")).Should()
            .MatchRegex(@"Nodes .*big 10\.0\.0\.7:4000 gone – 4 1 1 0 gpu cuda:0 1\.2\.3 \+0\.5 s .* Node 'big': No space left on device\.");
        Text(await _view.PageAsync("/search/2")).Should().NotContain("Nodes");
    }

    [Fact]
    public async Task What_is_or_was_trained_again_stands_with_its_search_and_with_its_trial()
    {
        var search = _workspace.Begin("done", 40);
        search.Complete(7, 17);
        var again = _workspace.Begin("done.retrain-trial8-epochs20", 1);
        again.Complete(8);
        _workspace.Begin("done.retrain-trial3", 1);

        var page = await _view.PageAsync($"/search/{search.Id}");
        Text(page).Should().MatchRegex(@"Trained again .*trial 8, 20 epochs 0\.9000 8\.00 M 1\.500 ms trial 3 \(interrupted\) – – –");
        page.Should().Contain($"href=\"search/{again.Id}\"");
        Text(await _view.PageAsync($"/search/{search.Id}/trial/8")).Should().MatchRegex("Trained again .*trial 8, 20 epochs").And.NotContain("trial 3 (");
        Text(await _view.PageAsync($"/search/{search.Id}/trial/9")).Should().NotContain("Trained again");
    }

    [Theory]
    [InlineData("/search/99", "There is no search 99")]
    [InlineData("/search/1/trial/99", "There is no such architecture")]
    [InlineData("/search/1/network/nonsense", "There is no such architecture")]
    [InlineData("/nowhere", "There is no such page")]
    public async Task What_is_not_there_is_said(string path, string expected)
    {
        _workspace.Begin("one", 3);

        Text(await (await _view.Client.GetAsync(path)).Content.ReadAsStringAsync()).Should().Contain(expected);
    }

    [Fact]
    public async Task The_trials_come_as_CSV_and_as_JSON_alike()
    {
        var search = _workspace.Begin("done", 12);
        search.Propose(12);

        var lines = (await _view.PageAsync($"/search/{search.Id}/trials.csv")).TrimEnd().Split('\n');
        var objects = JsonDocument.Parse(await _view.PageAsync($"/search/{search.Id}/trials.json")).RootElement.EnumerateArray().ToArray();

        lines[0].Should().Be("number,state,score,val_accuracy,macs,measured,text");
        lines[4].Should().StartWith("3,measured,0.21,0.21,3000000,2026-05-04T03:02:05.0000000+00:00,|");
        lines[10].Should().StartWith("9,failed,,,,2026-05-04T03:02:11.0000000+00:00,NotANumber: the loss is <b>NaN</b>");
        lines[13].Should().StartWith("12,in flight,,,,,|");
        objects.Should().HaveCount(13);
        objects[3].GetProperty("metrics").GetProperty("macs").GetDouble().Should().Be(3e6);
        objects[9].GetProperty("state").GetString().Should().Be("failed");
    }

    /// <summary>The words of a page, without tags.</summary>
    private static string Text(string page) =>
        WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Styles().Replace(page, " "), " "), " "));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<style.*?</style>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
