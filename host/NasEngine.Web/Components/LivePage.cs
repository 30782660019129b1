using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NasEngine.Web.Live;

namespace NasEngine.Web.Components;

/// <summary>
/// A page that follows the workspace: what is committed is read and shown within a second, while somebody sees the page. The first
/// rendering, on the server, shows what is known by then.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private DotNetObjectReference<LivePage>? _self;
    private bool _isGone;
    private int _isDue;

    /// <summary>Reads the workspace.</summary>
    [Inject]
    private protected WorkspaceWatch Watch { get; set; } = null!;

    [Inject]
    private BrowserSide Browser { get; set; } = null!;

    /// <summary>Takes over what is new; called before the page is drawn anew.</summary>
    protected abstract void Take();

    /// <summary>What is known already stands on the page at once, also when it becomes alive.</summary>
    protected override void OnInitialized() => Take();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Watch.RefreshAsync();
        Take();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Look(true);
            await Browser.FollowAsync(_self = DotNetObjectReference.Create(this));
        }
    }

    /// <summary>Called by the browser: while nobody sees the page, nothing is read and drawn for it.</summary>
    /// <param name="isSeen">Whether somebody sees it from now on.</param>
    [JSInvokable]
    public void Look(bool isSeen)
    {
        Watch.Changed -= Note;
        if (isSeen && !_isGone)
        {
            Watch.Changed += Note;
            Note();
        }
    }

    /// <summary>Ends what the page holds.</summary>
    protected virtual void Leave()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        Watch.Changed -= Note;
        _self?.Dispose();
        Leave();
        GC.SuppressFinalize(this);
    }

    private void Note()
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 0)
        {
            _ = DrawAsync();
        }
    }

    private async Task DrawAsync()
    {
        try
        {
            await InvokeAsync(() =>
            {
                Volatile.Write(ref _isDue, 0);
                if (!_isGone)
                {
                    Take();
                    StateHasChanged();
                }
            });
        }
        catch (ObjectDisposedException)
        {
            // The page is gone.
        }
        catch (Exception problem)
        {
            await DispatchExceptionAsync(problem);
        }
    }
}
