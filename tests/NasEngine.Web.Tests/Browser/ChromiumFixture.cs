using Microsoft.Playwright;

namespace NasEngine.Web.Tests.Browser;

/// <summary>Debian's browser; nothing where it is not installed.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";
    private const float Patience = 60_000;
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-background-networking"];

    private IPlaywright? _playwright;

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser => Found ?? throw new SkipException($"There is no {Path}; './nas test' installs it when it is root.");

    private IBrowser? Found { get; set; }

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience); // A loaded machine is no failure.
        if (File.Exists(Path))
        {
            _playwright = await Playwright.CreateAsync();
            Found = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (Found is not null)
        {
            await Found.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
