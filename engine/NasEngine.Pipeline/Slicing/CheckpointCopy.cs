using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Slicing;

/// <summary>Checkpoints of a search for another one.</summary>
/// <param name="workspace">The workspace of both.</param>
/// <param name="from">The search that has them.</param>
/// <param name="to">The other one, which is not begun.</param>
internal sealed class CheckpointCopy(string workspace, string from, string to)
{
    /// <summary>Looks whether one is there. A search so short that it saved none has steps that are soon done again.</summary>
    /// <exception cref="InputException">Some were saved, and none is there.</exception>
    public void MustExist(IReadOnlyCollection<(CheckpointSaved Saved, string Source)> saved)
    {
        if (saved.Count > 0 && !saved.Any(IsThere))
        {
            throw new InputException(
                $"The checkpoints of search '{from}' are not in the workspace any more, and the weights of its supernet with them; run it "
                + "under another name to train it again.");
        }
    }

    /// <summary>Copies those that are there.</summary>
    /// <exception cref="InputException">Some were saved, and none is there.</exception>
    public void Make(IReadOnlyCollection<(CheckpointSaved Saved, string Source)> saved)
    {
        MustExist(saved);
        SearchFolders.Clear(workspace, to);
        Directory.CreateDirectory(Path.Combine(workspace, "checkpoints", to));
        foreach (var checkpoint in saved.Where(IsThere))
        {
            File.Copy(PathOf(from, checkpoint.Source), PathOf(to, checkpoint.Saved.File));
        }
    }

    private bool IsThere((CheckpointSaved Saved, string Source) checkpoint) => File.Exists(PathOf(from, checkpoint.Source));

    private string PathOf(string search, string file) => Path.Combine(workspace, "checkpoints", search, file);
}
