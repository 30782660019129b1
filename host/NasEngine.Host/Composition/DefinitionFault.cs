using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>
/// What is wrong with a search's definition, with the part of it that is in question, by which its line in a recipe is found.
/// </summary>
internal static class DefinitionFault
{
    /// <summary>Does work that refuses definitions.</summary>
    /// <exception cref="InputException">It refused this one.</exception>
    public static async Task<T> NamedAsync<T>(SearchSpec spec, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (InputException refused) when (refused.Word is null && Part(spec, refused.Message) is { } part)
        {
            throw new InputException(refused.Message, refused) { Word = part };
        }
    }

    private static string? Part(SearchSpec spec, string message) => new[]
        {
            spec.Space.Id, spec.Data?.Id, spec.Strategy.Id, spec.Estimator.Id, spec.Final?.Estimator.Id,
        }
        .FirstOrDefault(id => !string.IsNullOrEmpty(id) && message.Contains($"'{id}'", StringComparison.Ordinal));
}
