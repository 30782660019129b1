using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Browser;

/// <summary>A real search in a process of its own, under the eyes of a browser.</summary>
public sealed class RealSearchTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IDisposable
{
    private const string Recipe = """
        await Search("real")
            .Space("nasbench201")
            .Strategy("random")
            .Estimator("table", new { Table = "table.csv" })
            .Objective(Maximize.Metric("test_accuracy").Against(Macs()))
            .Budget(trials: 10_000_000)
            .RunAsync();
        """;

    private static readonly string[] Operations = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];

    private readonly string _folder = Directory.CreateTempSubdirectory("nas-real-").FullName;

    public void Dispose()
    {
        EndRun();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task Started_killed_and_resumed_the_page_says_what_is_true_and_what_the_command_line_says()
    {
        var browser = chromium.Browser;
        await File.WriteAllLinesAsync(Path.Combine(_folder, "table.csv"), Table());
        await File.WriteAllTextAsync(Path.Combine(_folder, "real.csx"), Recipe);
        using var first = NasProcess.Start(_folder, "run", "real.csx");
        await first.OutputAsync("trial");
        await using var view = await ServedView.StartAsync(Path.Combine(_folder, ".nas"));
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(view.Address, "/search/1").ToString());
        var state = page.Locator("h1 + .state");
        var spent = page.Locator(".facts .budget span");
        await Assertions.Expect(state).ToHaveTextAsync("running");
        var seen = await spent.TextContentAsync();
        await Assertions.Expect(spent).Not.ToHaveTextAsync(seen!);

        first.Kill();

        await Assertions.Expect(state).ToHaveTextAsync("interrupted");
        var shown = JsonDocument.Parse((await NasProcess.RunAsync(_folder, "show", "real", "--json")).TrimEnd().Split('\n')[^1]).RootElement;
        shown.GetProperty("state").GetString().Should().Be("interrupted");
        var steps = shown.GetProperty("steps").GetInt64();
        await Assertions.Expect(spent).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{steps} of 10000000"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Front", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText($"{shown.GetProperty("pareto_front").GetProperty("points").GetArrayLength()} of {steps} trials")).ToBeVisibleAsync();

        await DoAsync(page, "Resume");
        await Assertions.Expect(state).ToHaveTextAsync("running");
        await Assertions.Expect(spent).Not.ToHaveTextAsync($"{steps} of 10000000");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Search 'real' goes on in process");
        await DoAsync(page, "Stop");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It has stopped. Go on with: nas resume real");
        await Assertions.Expect(state).ToHaveTextAsync("interrupted");
        await page.CloseAsync();
    }

    /// <summary>What the page started belongs to nobody: a test that failed in the middle of it ends it by the number in the lock.</summary>
    private void EndRun()
    {
        if (WorkspaceLock.IsHeld(Path.Combine(_folder, ".nas")))
        {
            using var run = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(_folder, ".nas", "lock.pid")).First(), CultureInfo.InvariantCulture));
            run.Kill(entireProcessTree: true);
            run.WaitForExit();
        }
    }

    private static async Task DoAsync(IPage page, string wish)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = wish }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = wish }).ClickAsync();
    }

    /// <summary>A table of results for every cell: each 3 × 3 convolution adds to the accuracy and costs.</summary>
    private static IEnumerable<string> Table() => Enumerable.Range(0, 15_625).Select(index =>
    {
        var edges = Enumerable.Range(0, 6).Select(edge => index / (int)Math.Pow(5, edge) % 5).ToArray();
        var names = edges.Select(edge => Operations[edge]).ToArray();
        var score = 60 + edges.Select((edge, place) => edge == 3 ? 5 + 0.1 * place : 0).Sum();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"|{names[0]}~0|+|{names[1]}~0|{names[2]}~1|+|{names[3]}~0|{names[4]}~1|{names[5]}~2|,{score:0.00},{score:0.00},{10 + edges.Sum() + index * 0.0001:0.0000},0.5");
    }).Prepend("arch_str,cifar10_val_acc,cifar10_test_acc_seeds,macs_m,params_m");
}
