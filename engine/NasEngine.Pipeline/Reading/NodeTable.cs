using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>The nodes of a search, of what its journal says.</summary>
public sealed class NodeTable
{
    private readonly List<NodeStory> _nodes = [];
    private readonly Dictionary<long, int> _places = [];

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

    /// <summary>The next event.</summary>
    internal void Add(DateTimeOffset at, SearchEvent happened)
    {
        switch (happened)
        {
            case NodeHappened { Node: var node, News: NodeJoined { Facts: var facts } }:
                LeaveOthers(at, facts.Coordinator);
                _places[node.Id] = _nodes.Count;
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
            case Measured { By: var by }:
                Done(at, by);
                break;
            case FinalistMeasured { By: var by }:
                Done(at, by);
                break;
        }
    }

    /// <summary>Something was measured.</summary>
    internal void Done(DateTimeOffset at, WorkedBy by)
    {
        if (by.Node > 0)
        {
            Change(by.Node, story => story with { Done = story.Done + 1, LastDone = at });
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
        if (_places.TryGetValue(node, out var place))
        {
            _nodes[place] = change(_nodes[place]);
        }
    }
}
