using System.Reflection;
using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Runs the checks of a class of them, without a test runner.</summary>
public static class CheckRun
{
    /// <summary>
    /// Runs each check that is marked with <see cref="CheckAttribute"/>, in order of their names, and says of each what came.
    /// </summary>
    /// <param name="checks">The checks.</param>
    /// <param name="limit">How long one may take; one that takes longer is given up, and nothing more is run.</param>
    /// <returns>Its name as a sentence, and what is wrong; null where all is well.</returns>
    public static async IAsyncEnumerable<(string Check, string? Wrong)> RunAsync(object checks, TimeSpan limit)
    {
        var methods = checks.GetType().GetMethods().Where(method => method.GetCustomAttribute<CheckAttribute>() is not null)
            .OrderBy(method => method.Name, StringComparer.Ordinal);
        foreach (var method in methods)
        {
            var (wrong, ended) = await RunAsync(() => method.Invoke(checks, BindingFlags.DoNotWrapExceptions, null, [], null), limit)
                .ConfigureAwait(false);
            yield return (method.Name.Replace('_', ' '), wrong);
            if (!ended)
            {
                yield break;
            }
        }
    }

    private static async Task<(string? Wrong, bool Ended)> RunAsync(Action check, TimeSpan limit)
    {
        try
        {
            await Task.Run(check).WaitAsync(limit).ConfigureAwait(false);
            return (null, true);
        }
        catch (TimeoutException)
        {
            return ($"it has not returned after {limit.TotalSeconds:0} seconds", false);
        }
        catch (NotConformingException wrong)
        {
            return (wrong.Message, true);
        }
        catch (Exception thrown)
        {
            return ($"it throws {thrown.GetType().Name}: {Clause.Of(thrown.Message)}", true);
        }
    }
}
