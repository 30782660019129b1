using Akka.Actor;
using Akka.Cluster;
using NasEngine.Cluster.Membership;
using Member = Akka.Cluster.Cluster;

namespace NasEngine.Cluster.Tests;

public sealed class ClusterMembersTests
{
    private static readonly Address Node = new("akka.ssl.tcp", "nas", "10.0.0.1", 1);
    private static readonly Address Stranger = new("akka.ssl.tcp", "nas", "10.0.0.2", 1);

    private readonly List<Address> _unreachable = [];
    private readonly List<Address> _shutOut = [];
    private readonly ClusterMembers _members;

    public ClusterMembersTests() => _members = new ClusterMembers(() => _unreachable, _shutOut.Add);

    [Fact]
    public void A_node_that_others_cannot_reach_is_not_shut_out_for_that()
    {
        _unreachable.Add(Node);

        Look(100);

        _members.IsUnreachable(Node).Should().BeTrue();
        _shutOut.Should().BeEmpty("who knows it decides, by what it hears of it");
    }

    [Fact]
    public void A_member_that_is_lost_before_it_said_what_it_is_is_shut_out()
    {
        _unreachable.Add(Stranger);

        Look(Silence.OfUnreachable - 1);
        _shutOut.Should().BeEmpty();
        Look(1);
        _shutOut.Should().Equal(Stranger);
    }

    [Fact]
    public void One_that_can_be_reached_again_has_its_seconds_back()
    {
        _unreachable.Add(Stranger);
        Look(Silence.OfUnreachable - 1);
        _unreachable.Clear();
        Look(1);
        _unreachable.Add(Stranger);
        Look(Silence.OfUnreachable - 1);

        _shutOut.Should().BeEmpty();
    }

    [Theory]
    [InlineData(4, true, false)]
    [InlineData(5, true, true)]
    [InlineData(19, false, false)]
    [InlineData(20, false, true)]
    public void Silence_counts_sooner_where_the_cluster_cannot_reach_it_either(int silent, bool isUnreachable, bool isLost) =>
        Silence.IsLost(silent, isUnreachable).Should().Be(isLost);

    [Theory]
    [InlineData(ClusterSystem.CoordinatorRole)]
    [InlineData(ClusterSystem.NodeRole)]
    public void Nobody_but_the_coordinator_shuts_anybody_out(string role)
    {
        using var system = ClusterSystem.Start("127.0.0.1", 0, role, null);

        Member.Get(system).DowningProvider.Should().BeOfType<NoDowning>();
    }

    private void Look(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _members.Look(new HashSet<Address> { Node });
        }
    }
}
