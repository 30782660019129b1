namespace NasEngine.Pipeline.Searches;

/// <summary>Waits for a replaced version of a plugin to leave memory: calls that ended may hold on to it for a moment.</summary>
internal static class UnloadProbe
{
    private const int Looks = 20;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether it was seen to be gone.</summary>
    public static async Task<bool> IsGoneAsync(IPluginHost host, string plugin, TimeProvider time)
    {
        for (var look = 1; look <= Looks; look++)
        {
            if (host.IsRidOfOld(plugin))
            {
                return true;
            }

            await Task.Delay(Between, time).ConfigureAwait(false);
        }

        return false;
    }
}
