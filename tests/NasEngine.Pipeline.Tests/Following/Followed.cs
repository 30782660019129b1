using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>Followers of a workspace's toy search, read to the end of what is committed.</summary>
internal static class Followed
{
    public static SearchFollower Follow(this Workspace workspace, SearchFollower? from = null, int most = 7)
    {
        using var journal = SearchJournal.OpenToFollow(workspace.Folder)!;
        var header = journal.Find("toy")!;
        var follower = from ?? new SearchFollower(header, new ToySpace(), (IObjective)header.Spec.Objective);
        do
        {
            follower.Advance(journal, header, most);
        }
        while (!follower.IsUpToDate);

        return follower;
    }

    public static StateFollower State(this Workspace workspace, StateFollower? from = null, Action<SearchState>? changed = null)
    {
        using var journal = SearchJournal.OpenToFollow(workspace.Folder)!;
        var header = journal.Find("toy")!;
        var follower = from ?? new StateFollower(new ToySpace(), (IObjective)header.Spec.Objective);
        follower.Advance(journal, header, changed);
        return follower;
    }
}
