using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Search;
using NasEngine.Web.Security;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Served;

/// <summary>What gets nowhere: other sites, other names, tampered tokens, script in what a search says of itself.</summary>
public sealed class SecurityTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>";

    private readonly TestWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/app.css")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_keeps_pages_to_themselves(string path)
    {
        await using var view = await ServedView.StartAsync(_workspace.Folder);

        var headers = (await view.Client.GetAsync(path)).Headers;

        headers.GetValues("Content-Security-Policy").First().Should().Contain("default-src 'none'").And.Contain("script-src 'self';")
            .And.Contain("frame-ancestors 'none'").And.NotContain("unsafe-eval");
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task Another_name_that_leads_here_is_refused(string host, HttpStatusCode expected)
    {
        await using var view = await ServedView.StartAsync(_workspace.Folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"{host}:{view.Address.Port}";

        (await view.Client.SendAsync(request)).StatusCode.Should().Be(expected);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_page_of_another_site_can_neither_ask_nor_connect(string? origin, HttpStatusCode expected)
    {
        await using var view = await ServedView.StartAsync(_workspace.Folder);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/"), (HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"), (HttpMethod.Get, "/_blazor/initializers") })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Origin", origin ?? view.Address.GetLeftPart(UriPartial.Authority));
            (await view.Client.SendAsync(request)).StatusCode.Should().Be(expected);
        }
    }

    [Fact]
    public async Task Without_the_token_nothing_is_shown_and_with_it_a_cookie_stands_for_it()
    {
        var token = AccessToken.Drawn();
        await using var view = await ServedView.StartAsync(_workspace.Folder, token);
        foreach (var path in new[] { "/", "/app.css", "/_framework/blazor.web.js", $"/?token={token.Text}0", $"/?token={token.Text[..^1]}", "/?token=" })
        {
            (await view.Client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, path);
        }

        (await view.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "who cannot look cannot act");

        var opened = await view.Client.GetAsync($"/search/1?token={token.Text}");

        opened.StatusCode.Should().Be(HttpStatusCode.Redirect);
        opened.Headers.Location!.OriginalString.Should().Be("/search/1", "the token leaves the address");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().Contain("httponly").And.Contain("samesite=strict");
        (await WithCookie(view, cookie.Split(';')[0])).Should().Be(HttpStatusCode.OK);
        (await WithCookie(view, cookie.Split(';')[0][..^1] + "x")).Should().Be(HttpStatusCode.Unauthorized);
    }

    /// <summary>What a page does goes over its own connection; no address does anything, and no form is taken without its forgery token.</summary>
    [Theory]
    [InlineData("POST", "/", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/search/1", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/search/1", HttpStatusCode.MethodNotAllowed)]
    public async Task Nothing_is_done_by_an_address(string method, string path, HttpStatusCode expected)
    {
        using var run = new AnsweringRun(_workspace, _workspace.Begin("live", 3));
        await using var view = await ServedView.StartAsync(_workspace.Folder);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "Pause", ["wish"] = "Pause" });

        (await view.Client.SendAsync(request)).StatusCode.Should().Be(expected);

        run.Waiting.Should().Be(0);
    }

    [Fact]
    public void Tokens_are_long_and_never_the_same()
    {
        var tokens = Enumerable.Range(0, 10).Select(_ => AccessToken.Drawn().Text).ToArray();

        tokens.Should().OnlyHaveUniqueItems().And.OnlyContain(token => Regex.IsMatch(token, "^[0-9a-f]{64}$"));
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_from_other_sites()
    {
        await using var view = await ServedView.StartAsync(_workspace.Folder);

        (await view.Client.GetAsync("/")).Headers.GetValues("Set-Cookie").Should().OnlyContain(cookie => cookie.Contains("httponly") && cookie.Contains("samesite=strict"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search/1")]
    [InlineData("/search/1/trials")]
    [InlineData("/search/1/definition")]
    [InlineData("/search/1/log")]
    [InlineData("/search/1/trial/9")]
    [InlineData("/compare/1,2")]
    public async Task What_a_search_says_of_itself_is_text_and_pages_have_no_script_of_their_own(string path)
    {
        var evil = TestWorkspace.Spec($"a{Script}");
        var search = _workspace.Begin(evil with { Strategy = new Contracts.ComponentSpec("random", Contracts.OptionBag.Empty.With("note", Script)) });
        search.Trials(0, 12);
        search.Happened(20, new Search.Noted($"a note {Script}", 9));
        search.Fail($"it failed {Script}");
        _workspace.Begin("other", 3);
        await using var view = await ServedView.StartAsync(_workspace.Folder);

        var page = await view.PageAsync(path);

        page.Should().Contain("&lt;script&gt;alert(1)").And.NotContain(Script).And.NotContain("<b>NaN");
        Regex.Matches(page, "<script[^>]*>").Select(match => match.Value).Should().OnlyContain(tag => tag.Contains(" src="));
        Regex.IsMatch(page, "<[^>]+\\son\\w+=").Should().BeFalse("no handler stands in a page");
        page.Should().NotContain("src=\"http").And.NotContain("href=\"http", "nothing comes from elsewhere");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/front")]
    [InlineData("/log")]
    [InlineData("/trial/0")]
    public async Task What_an_architecture_is_called_is_text(string path)
    {
        var evil = new Architecture($"cells{Script}", [0, 1]);
        var search = _workspace.Begin(TestWorkspace.Spec("evil") with { Space = evil.Space });
        search.Happened(1, new Proposed(new Candidate(0, new Trial(evil, Fidelity.Full))));
        search.Happened(2, new Measured(0, new Measurement().With(MetricNames.ValidationAccuracy, 0.5).With(MetricNames.Macs, 1e6)));
        search.Happened(3, new FinalistsChosen([evil], ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty));
        await using var view = await ServedView.StartAsync(_workspace.Folder);

        (await view.PageAsync($"/search/{search.Id}{path}")).Should().Contain("cells&lt;script&gt;alert(1)&lt;/script&gt;:0.1").And.NotContain(Script);
    }

    private static async Task<HttpStatusCode> WithCookie(ServedView view, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", cookie);
        return (await view.Client.SendAsync(request)).StatusCode;
    }
}
