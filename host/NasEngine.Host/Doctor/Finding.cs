namespace NasEngine.Host.Doctor;

/// <summary>One thing looked at.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Detail">What was found; where it is not good, the command that mends it.</param>
internal sealed record Finding(string What, bool Good, string Detail)
{
    /// <summary>What a look finds, or why it cannot be had.</summary>
    public static Finding Of(string what, Func<string> look)
    {
        try
        {
            return new Finding(what, true, look());
        }
        catch (Exception problem)
        {
            return new Finding(what, false, problem.GetBaseException().Message);
        }
    }
}
