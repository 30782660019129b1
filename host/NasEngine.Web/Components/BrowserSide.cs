using Microsoft.JSInterop;
using NasEngine.Web.Components.Parts;

namespace NasEngine.Web.Components;

/// <summary>The part of a page that runs in the browser, <c>live.js</c>. A page that is gone meanwhile is no failure.</summary>
/// <param name="browser">The browser of the page.</param>
public sealed class BrowserSide(IJSRuntime browser)
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(
        () => browser.InvokeAsync<IJSObjectReference>("import", "./live.js").AsTask());

    /// <summary>Lets a page know whether anybody sees it.</summary>
    public async Task FollowAsync(DotNetObjectReference<LivePage> page)
    {
        try
        {
            await (await _module.Value).InvokeVoidAsync("follow", page);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    /// <summary>
    /// Draws a plot with other points, and waits until the next one may be drawn: while nobody sees the page, as long as that. False
    /// where the plot is not there yet.
    /// </summary>
    /// <param name="id">Of its element.</param>
    /// <param name="points">As <see cref="PlotText"/>.</param>
    public async Task<bool> DrawAsync(string id, string points)
    {
        try
        {
            return await (await _module.Value).InvokeAsync<bool>("draw", Timeout.InfiniteTimeSpan, id, points);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return true;
        }
    }
}
