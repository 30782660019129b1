using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>The nodes of a search, of what its journal says.</summary>
public sealed class NodeTable
{
    private readonly List<NodeStory> _nodes = [];

    /// <summary>The nodes, in the order in which they joined.</summary>
    public IReadOnlyList<NodeStory> Nodes => _nodes;

    /// <summary>The nodes of a search.</summary>
    /// <param name="events">Its events, in order.</param>
    public static NodeTable Of(IEnumerable<JournaledEvent> events)
    {
        var table = new NodeTable();
        foreach (var one in events)
        {
            table.Add(one.At, one.Event);
        }

        return table;
    }

    private void Add(DateTimeOffset at, SearchEvent happened)
    {
        switch (happened)
        {
            case NodeHappened { Node: var node, News: NodeJoined { Facts: var facts } }:
                LeaveOthers(at, facts.Coordinator);
                _nodes.Add(new NodeStory { Node = node, Facts = facts, Joined = at });
                break;
            case NodeHappened { News: NodeLeft left } e:
                Change(e.Node.Id, story => story with { Left = at, Reason = left.Reason });
                break;
            case NodeHappened { News: CandidateLeft left } e:
                Change(e.Node.Id, story => story with { Lost = story.Lost + 1, Failures = [.. story.Failures, left.Reason] });
                break;
            case NodeHappened { News: StartFailed failed } e:
                Change(e.Node.Id, story => story with { Failures = [.. story.Failures, failed.Reason] });
                break;
            case Measured { By.Node: > 0 and var node }:
                Change(node, story => story with { Done = story.Done + 1, LastDone = at });
                break;
            case FinalistMeasured { By.Node: > 0 and var node }:
                Change(node, story => story with { Done = story.Done + 1, LastDone = at });
                break;
        }
    }

    /// <summary>A coordinator that was killed says nothing of its nodes; where another one came, they are its nodes no more.</summary>
    private void LeaveOthers(DateTimeOffset at, long coordinator)
    {
        for (var place = 0; place < _nodes.Count; place++)
        {
            if (_nodes[place] is { Left: null } story && story.Facts.Coordinator != coordinator)
            {
                _nodes[place] = story with { Left = at, Reason = "Its coordinator ended." };
            }
        }
    }

    private void Change(long node, Func<NodeStory, NodeStory> change)
    {
        if (_nodes.FindLastIndex(story => story.Node.Id == node) is >= 0 and var place)
        {
            _nodes[place] = change(_nodes[place]);
        }
    }
}
