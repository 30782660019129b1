using System.CommandLine;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Commands;

/// <summary>The search that a command is about.</summary>
internal static class SearchArgument
{
    public static Argument<string> Id { get; } = new("search") { Description = "Name or number of a search; 'nas list' shows them." };

    /// <summary>Opens the journal of a workspace to read.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static SearchJournal Open(string workspace) => SearchJournal.OpenToRead(workspace) ?? throw NoJournal(workspace);

    /// <summary>As <see cref="Open"/>, without looking whether all of it is sound: of a long search that takes seconds.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static SearchJournal OpenToFollow(string workspace) => SearchJournal.OpenToFollow(workspace) ?? throw NoJournal(workspace);

    /// <summary>Begins to look whether the journal of a workspace is sound; what is wrong with it is the failure of the task.</summary>
    public static Task LookIfSound(string workspace) => Task.Run(() => Open(workspace).Dispose());

    /// <summary>The search by name or number, of a workspace whose journal is sound.</summary>
    /// <exception cref="InputException">There is none, or the journal is damaged.</exception>
    public static SearchHeader Find(string workspace, string id)
    {
        using var journal = Open(workspace);
        return Find(journal, id);
    }

    /// <summary>The search by name or number, of a journal that is looked at meanwhile.</summary>
    /// <exception cref="InputException">There is none; or where it cannot be read, what the look says of the journal.</exception>
    public static SearchHeader Find(string workspace, string id, Task sound)
    {
        try
        {
            using var journal = OpenToFollow(workspace);
            return Find(journal, id);
        }
        catch (InputException)
        {
            sound.GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>The search of a name in a workspace; null where there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">The name.</param>
    /// <param name="isSound">Whether it was looked before whether the journal is sound.</param>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static SearchHeader? Recorded(string workspace, string name, bool isSound)
    {
        using var journal = isSound ? SearchJournal.OpenToFollow(workspace) : SearchJournal.OpenToRead(workspace);
        return journal?.Find(name);
    }

    /// <summary>The search by name; where none has that name, by number.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static SearchHeader Find(SearchJournal journal, string id) => journal.Find(id)
        ?? journal.List().FirstOrDefault(header => header.Id.ToString(CultureInfo.InvariantCulture) == id)
        ?? throw new InputException(
            $"There is no search '{id}' in '{journal.Path}': {Suggest.Instead(id, journal.List().Select(header => header.Spec.Name))}");

    private static InputException NoJournal(string workspace) =>
        new($"The workspace '{workspace}' has no journal; run a recipe first, or give the right --workspace.");
}
