namespace NasEngine.Host.Display;

/// <summary>Says what is waited for when it takes a while, so that the first seconds of a run are no riddle.</summary>
internal static class Patience
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Waits; where that is not done at once and somebody looks at a terminal, a line says for what, and further lines, less and less
    /// often, for how long already.
    /// </summary>
    /// <param name="waited">What is waited for.</param>
    /// <param name="what">What that is, as a sentence without its full stop.</param>
    /// <param name="time">The clock.</param>
    public static Task<T> ForAsync<T>(Task<T> waited, string what, TimeProvider time) =>
        Console.IsErrorRedirected ? waited : ForAsync(waited, what, Console.Error, time);

    /// <summary>As <see cref="ForAsync{T}(Task{T}, string, TimeProvider)"/>, whoever reads the lines.</summary>
    public static async Task<T> ForAsync<T>(Task<T> waited, string what, TextWriter output, TimeProvider time)
    {
        var began = time.GetTimestamp();
        for (var next = First; await IsLongerAsync(waited, next, time).ConfigureAwait(false); next *= 2)
        {
            output.WriteLine(next == First ? $"{what} …" : $"{what}, {ProgressLine.Duration(time.GetElapsedTime(began))} already …");
        }

        return await waited.ConfigureAwait(false);
    }

    private static async Task<bool> IsLongerAsync(Task waited, TimeSpan time, TimeProvider clock)
    {
        try
        {
            await waited.WaitAsync(time, clock).ConfigureAwait(false);
            return false;
        }
        catch (TimeoutException) when (!waited.IsCompleted)
        {
            return true;
        }
        catch (Exception) when (waited.IsCompleted)
        {
            return false; // What it ended with is told by who waits for it.
        }
    }
}
