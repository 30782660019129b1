using Microsoft.Playwright;
using NasEngine.Pipeline.Searches;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Browser;

/// <summary>
/// The pictures of the web view in <c>docs/pictures</c>, taken anew of a finished search:
/// <c>NASENGINE_PICTURES_OF=.nas dotnet test tests/NasEngine.Web.Tests -c Release --filter PictureTests</c>. They show no times: those are
/// of the machine and of what else it did.
/// </summary>
public sealed class PictureTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Variable = "NASENGINE_PICTURES_OF";
    private const long MostBytes = 200_000;

    private const string WithoutTimes = """
        () => {
            document.querySelector('.workspace').textContent = '.nas';
            [...document.querySelectorAll('.facts > div')].filter(fact => fact.querySelector('dt').textContent === 'Ran').forEach(fact => fact.remove());
            for (const table of document.querySelectorAll('table.plain')) {
                const latency = [...table.querySelectorAll('thead th')].findIndex(head => head.textContent.trim() === 'latency');
                table.querySelectorAll('tr').forEach(row => latency < 0 || row.children[latency].remove());
            }
        }
        """;

    private static readonly (string File, string Path, string Sign)[] Pictures = [("search.jpg", "", ".main-svg"), ("parallel.jpg", "/parallel", ".axis")];

    [SkippableFact]
    public async Task The_pictures_of_the_documentation_are_small()
    {
        var workspace = Environment.GetEnvironmentVariable(Variable);
        var folder = Folder();
        if (workspace is not null)
        {
            await TakeAsync(workspace, Directory.CreateDirectory(folder).FullName);
        }

        var files = new DirectoryInfo(folder).GetFiles();
        files.Select(file => file.Name).Should().BeEquivalentTo(Pictures.Select(picture => picture.File));
        files.Sum(file => file.Length).Should().BeLessThanOrEqualTo(MostBytes);
    }

    private async Task TakeAsync(string workspace, string folder)
    {
        await using var view = await ServedView.StartAsync(workspace);
        await view.Watch.RefreshAsync();
        var search = view.Watch.List.Rows.First(row => row.State == "completed" && DerivedSearch.OriginOf(row.Name) is null);
        foreach (var (file, path, sign) in Pictures)
        {
            var page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 860 } });
            await page.GotoAsync(new Uri(view.Address, $"/search/{search.Id}{path}").ToString());
            await Assertions.Expect(page.Locator("[data-alive]")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator(sign).First).ToBeVisibleAsync();
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.plot')].every(plot => plot.clientHeight > 200 && plot.querySelector('.main-svg')?.clientHeight > 200)");
            await page.EvaluateAsync(WithoutTimes);
            await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file), Type = ScreenshotType.Jpeg, Quality = 52, Animations = ScreenshotAnimations.Disabled });
            await page.CloseAsync();
        }
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "NasEngine.sln")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "docs", "pictures");
    }
}
