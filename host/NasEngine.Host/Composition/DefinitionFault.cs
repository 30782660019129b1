using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>
/// What is wrong with a search's definition, with the part of it that is in question, by which its line in a recipe is found.
/// </summary>
internal static class DefinitionFault
{
    /// <summary>How what is wrong with the training of the winners begins.</summary>
    private const string Winners = "The winners ";

    /// <summary>Does work that refuses definitions.</summary>
    /// <param name="said">The search as its recipe says it.</param>
    /// <param name="made">The same with the parts that serve it where it names none.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="InputException">It refused this one.</exception>
    public static async Task<T> NamedAsync<T>(SearchSpec said, SearchSpec made, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (InputException refused) when (refused.Word is null && Part(said, made, refused.Message) is { } part)
        {
            throw new InputException(refused.Message, refused) { Word = part };
        }
    }

    private static string? Part(SearchSpec said, SearchSpec made, string message)
    {
        if (message.StartsWith(Winners, StringComparison.Ordinal))
        {
            return ".Final(";
        }

        var parts = new[] { said.Space, said.Data, said.Strategy, said.Estimator }.OfType<ComponentSpec>();
        return parts.FirstOrDefault(part => Names(message, part.Id))?.Id
            ?? parts.FirstOrDefault(part => part.Options.Values.Values.Any(value => Ends(message, value)))?.Id
            ?? (Names(message, made.Estimator.Id) ? ".Training(" : null);
    }

    private static bool Names(string message, string id) => id.Length > 0 && message.Contains($"'{id}'", StringComparison.Ordinal);

    /// <summary>Whether it speaks of a file or a folder, whole or below where the program runs.</summary>
    private static bool Ends(string message, string value) =>
        message.Contains($"'{value}'", StringComparison.Ordinal) || message.Contains($"/{value}'", StringComparison.Ordinal);
}
