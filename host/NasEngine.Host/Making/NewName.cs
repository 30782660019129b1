using System.Text.RegularExpressions;
using NasEngine.Contracts;

namespace NasEngine.Host.Making;

/// <summary>The name of something new.</summary>
/// <param name="Id">As recipes and files have it: <c>patient-climbing</c>.</param>
/// <param name="Pascal">As code has it: <c>PatientClimbing</c>.</param>
internal sealed partial record NewName(string Id, string Pascal)
{
    /// <summary>The name that a user gives, in either form.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static NewName Of(string given)
    {
        if (!Allowed().IsMatch(given))
        {
            throw new InputException(
                $"The name '{given}' must begin with a letter and have letters, digits and single dashes only, as in patient-climbing.");
        }

        var id = Boundary().Replace(given, "-").ToLowerInvariant();
        return new NewName(id, string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
    private static partial Regex Allowed();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Boundary();
}
