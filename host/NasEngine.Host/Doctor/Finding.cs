namespace NasEngine.Host.Doctor;

/// <summary>One thing looked at.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Detail">What was found; where it is not good, the command that mends it.</param>
internal sealed record Finding(string What, bool Good, string Detail);
