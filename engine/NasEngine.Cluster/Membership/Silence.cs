namespace NasEngine.Cluster.Membership;

/// <summary>When somebody who is not heard of counts as gone. Both sides say something every second.</summary>
internal static class Silence
{
    /// <summary>Seconds of silence of one that the cluster cannot reach either.</summary>
    public const int OfUnreachable = 5;

    /// <summary>Seconds of silence of one that the cluster can reach, or says that it can.</summary>
    public const int OfReachable = 20;

    /// <summary>Whether it does.</summary>
    /// <param name="silent">Seconds since it was heard of.</param>
    /// <param name="isUnreachable">Whether any member of the cluster says that it cannot reach it.</param>
    public static bool IsLost(int silent, bool isUnreachable) => silent >= (isUnreachable ? OfUnreachable : OfReachable);
}
