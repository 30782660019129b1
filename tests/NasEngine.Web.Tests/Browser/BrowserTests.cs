using Microsoft.Playwright;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Browser;

/// <summary>What a user sees and does in a browser.</summary>
public sealed class BrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private readonly TestWorkspace _workspace = new();
    private readonly List<string> _complaints = [];
    private readonly List<IPage> _pages = [];
    private ServedView _view = null!;

    public async Task InitializeAsync() => _view = await ServedView.StartAsync(_workspace.Folder);

    public async Task DisposeAsync()
    {
        await Task.WhenAll(_pages.Select(page => page.CloseAsync()));
        await _view.DisposeAsync();
        _workspace.Dispose();
    }

    [SkippableFact]
    public async Task What_a_search_commits_is_on_the_page_without_loading_it_again()
    {
        var search = _workspace.Begin("live", 3);
        var page = await OpenAsync("/");
        await Expect(page.GetByText("3 of 40")).ToBeVisibleAsync();
        await ConnectedAsync(page);

        var hidden = await OpenAsync($"/search/{search.Id}", scheme: ColorScheme.Dark);
        await ConnectedAsync(hidden);
        await HasPointsAsync(hidden, 3);
        await HideAsync(hidden, true);

        search.Trials(3, 5);

        await Expect(page.GetByText("8 of 40")).ToBeVisibleAsync();
        await Expect(hidden.GetByText("3 of 40")).ToBeVisibleAsync(); // Nothing is drawn that nobody sees.
        await HideAsync(hidden, false);
        await Expect(hidden.GetByText("8 of 40")).ToBeVisibleAsync();
        await HasPointsAsync(hidden, 8);
        await hidden.WaitForFunctionAsync("[...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.layout.font.color === '#c3cad4')");
        _workspace.Begin("another", 1);
        await Expect(page.GetByText("another")).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.connection')).backgroundColor"))
            .Should().Be("rgb(122, 46, 14)", "its letters are white, and what says that the connection is lost must be seen");
        _complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Every_view_of_a_search_draws_without_a_complaint_of_the_browser()
    {
        var search = _workspace.Begin("done", 40);
        search.Complete(7, 17);
        var page = await OpenAsync($"/search/{search.Id}");
        await Expect(page.Locator(".main-svg").First).ToBeVisibleAsync();
        (await page.Locator(".plot").First.BoundingBoxAsync())!.Height.Should().BeApproximately(290, 1);
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.modebar-group')).backgroundColor"))
            .Should().Be("rgba(0, 0, 0, 0)", "the tools of a plot lie over its legend");
        foreach (var (tab, sign) in new[] { ("Front", ".main-svg"), ("Trials", "td.architecture"), ("Decisions", ".main-svg"), ("Parallel", ".axis"), ("Slices", ".pairs td"), ("Timeline", ".main-svg"), ("Log", ".log li"), ("Definition", "td.architecture"), ("Overview", ".main-svg") })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();
            await Expect(page.Locator(sign).First).ToBeVisibleAsync();
            await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(tab.ToLowerInvariant()));
            (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.list td.architecture')].every(cell => cell.clientWidth >= 320)")).Should().BeTrue();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Front", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Trials", Exact = true })).ToBeFocusedAsync();
        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outline")).Should().Contain("solid 2px", "who goes by keys sees where");
        _complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Trials_are_sorted_and_filtered()
    {
        var search = _workspace.Begin("done", 40);
        var page = await OpenAsync($"/search/{search.Id}/trials");
        var first = page.Locator("tbody tr").First;
        await Expect(first).ToContainTextAsync("39");
        await ConnectedAsync(page);

        await page.Locator("thead").GetByText("Score", new() { Exact = true }).ClickAsync();
        await Expect(first).ToContainTextAsync("0.0000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Score", Exact = true }).PressAsync("Enter");
        await Expect(first).ToContainTextAsync("0.3900");

        await page.GetByLabel("Filter trials").FillAsync("NaN");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("tbody b")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_drag_along_an_axis_and_its_arrow_keys_keep_the_trials_that_go_through()
    {
        var search = _workspace.Begin("done", 40);
        var page = await OpenAsync($"/search/{search.Id}/parallel");
        await ConnectedAsync(page);
        var said = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "of 36 trials" });
        await Expect(said).ToContainTextAsync("36 of 36 trials measured");
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.axis .tick:not(.end)')].filter(tick => tick.scrollWidth > tick.clientWidth).map(tick => tick.textContent)"))
            .Should().BeEmpty("choices are read whole");

        var accuracy = (await page.Locator(".axis").Nth(6).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(accuracy.X + 20, accuracy.Y + 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(accuracy.X + 20, accuracy.Y + accuracy.Height / 2);
        await page.Mouse.UpAsync();

        await Expect(said).ToContainTextAsync($"{Enumerable.Range(0, 40).Count(n => n % 10 != 9 && n * 7 % 40 / 100.0 > 0.195)} of 36 trials go through");
        await page.GetByRole(AriaRole.Button, new() { Name = "All trials" }).ClickAsync();
        await page.Locator(".axis").Nth(0).PressAsync("ArrowUp");
        await Expect(said).ToContainTextAsync("8 of 36 trials go through");
        await page.Locator(".axis").Nth(0).PressAsync("Escape");
        await Expect(said).ToContainTextAsync("36 of 36 trials measured");
        _complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Searches_that_are_ticked_are_compared()
    {
        _workspace.Begin("one", 20);
        _workspace.Begin(TestWorkspace.Spec("two") with { Seed = 8, Strategy = new Contracts.ComponentSpec("tpe", Contracts.OptionBag.Empty) }).Trials(0, 20);
        var page = await OpenAsync("/");
        await ConnectedAsync(page);
        await page.GetByLabel("Compare one").CheckAsync();
        await page.GetByLabel("Compare two").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Compare 2" }).ClickAsync();

        await Expect(page.Locator("tr.differs")).ToContainTextAsync(["strategy"]);
        await Expect(page.Locator("figure.chart .main-svg").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task What_is_wished_of_a_search_is_asked_first_and_its_answer_is_on_the_page()
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));
        var page = await OpenAsync($"/search/{run.Search.Id}", width: 400);
        await ConnectedAsync(page);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("what is in flight is finished");
        await Expect(dialog).ToContainTextAsync("nas pause live");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeFocusedAsync();
        run.Waiting.Should().Be(0, "nobody said yes");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await run.AnswerAsync("Search 'live' is <i>paused</i>.", then: "paused");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Search 'live' is <i>paused</i>.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        _complaints.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task When_the_server_is_gone_the_page_says_so_and_keeps_what_it_showed()
    {
        _workspace.Begin("live", 3);
        var page = await OpenAsync("/");
        await ConnectedAsync(page);

        await _view.StopAsync();

        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Expect(page.GetByText("3 of 40")).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData(400, 800)]
    [InlineData(3840, 2160)]
    public async Task No_page_is_wider_than_the_window(int width, int height)
    {
        var search = _workspace.Begin("a-search-with-a-rather-long-name-that-does-not-fit-a-telephone", 40);
        search.Complete(7, 17);
        var page = await OpenAsync("/", width, height);
        foreach (var path in new[] { "", "/front", "/trials", "/decisions", "/parallel", "/slices", "/timeline", "/log", "/definition", "/trial/8?with=trial-3" })
        {
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, page.Url);
            await page.GotoAsync(new Uri(_view.Address, $"/search/{search.Id}{path}").ToString());
        }
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(1500)]
    public async Task The_list_has_all_its_columns_within_the_window(int width)
    {
        _workspace.Begin("a-search-with-a-rather-long-name-that-does-not-fit", 40).Complete(7, 17);
        _workspace.Begin("interrupted", 0, 1000).Trials(0, 400, inCommit: 400);
        var page = await OpenAsync("/", width, 800);
        await ConnectedAsync(page);
        await Expect(page.Locator(".list td.started").First).ToBeVisibleAsync();

        (await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('.list td, .list th')].map(cell => Math.floor(cell.getBoundingClientRect().right - document.querySelector('.list').getBoundingClientRect().right))"))
            .Should().NotBeEmpty().And.OnlyContain(beyond => beyond <= 0);
    }

    private static async Task HasPointsAsync(IPage page, int count) => (await page.WaitForFunctionAsync(
        "count => document.querySelector('.js-plotly-plot')?.data?.[0].x.length === count && document.querySelectorAll('.js-plotly-plot .points')[0]?.childElementCount === count",
        count)).Should().NotBeNull();

    private static Task HideAsync(IPage page, bool isHidden) => page.EvaluateAsync(
        "isHidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden }); document.dispatchEvent(new Event('visibilitychange')); }",
        isHidden);

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    /// <summary>Waits until the page is alive: the theme asks the browser, and marks the layout.</summary>
    private static Task ConnectedAsync(IPage page) => Expect(page.Locator("[data-alive]")).ToHaveCountAsync(1);

    private async Task<IPage> OpenAsync(string path, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme });
        _pages.Add(page);
        page.PageError += (_, problem) => _complaints.Add(problem);
        page.Console += (_, said) => _complaints.AddRange(said.Type is "error" or "warning" ? [said.Text] : Array.Empty<string>());
        await page.GotoAsync(new Uri(_view.Address, path).ToString());
        return page;
    }
}
