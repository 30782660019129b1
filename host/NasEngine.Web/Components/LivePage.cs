using Microsoft.AspNetCore.Components;
using NasEngine.Web.Live;

namespace NasEngine.Web.Components;

/// <summary>
/// A page that follows the workspace: what is committed is read and shown within a second. The first rendering, on the server, shows what
/// is known by then.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _gone = new();
    private int _changed;

    /// <summary>Reads the workspace.</summary>
    [Inject]
    private protected WorkspaceWatch Watch { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject]
    private protected TimeProvider Time { get; set; } = null!;

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
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Watch.Changed += Note;
            _ = FollowAsync();
        }
    }

    /// <summary>Ends what the page holds.</summary>
    protected virtual void Leave()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Watch.Changed -= Note;
        _gone.Cancel();
        _gone.Dispose();
        Leave();
        GC.SuppressFinalize(this);
    }

    private void Note() => Interlocked.Exchange(ref _changed, 1);

    private async Task FollowAsync()
    {
        try
        {
            var gone = _gone.Token;
            using var timer = new PeriodicTimer(Interval, Time);
            while (await timer.WaitForNextTickAsync(gone))
            {
                if (Interlocked.Exchange(ref _changed, 0) == 1)
                {
                    await InvokeAsync(() =>
                    {
                        Take();
                        StateHasChanged();
                    });
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }
}
