namespace NasEngine.Host.Doctor;

/// <summary>What was found, a line each.</summary>
internal static class DoctorText
{
    public static string Of(IEnumerable<Finding> findings) => string.Join(
        '\n', findings.Select(finding => $"{(finding.Good ? "ok  " : "BAD ")} {finding.What}: {finding.Detail}"));
}
