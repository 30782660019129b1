using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Host.Studies;
using NasEngine.Host.Tests.Programs;
using NasEngine.Tests;

namespace NasEngine.Host.Tests.Studies;

/// <summary>Storages of Optuna that somebody damaged.</summary>
public sealed class DamagedStudyTests : IDisposable
{
    private const int Damages = 300;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_storage_is_refused_in_a_sentence_or_read()
    {
        var path = _folder.Of("study.db");
        Make(path);
        var (whole, refused) = (File.ReadAllBytes(path), 0);
        Study.Read(path, null).Trials.Should().HaveCount(20);
        for (var number = 0; number < Damages; number++)
        {
            File.WriteAllBytes(path, Mutation.Of(whole, number, "{}\"0M\0\u0001ic"u8));
            try
            {
                Study.Read(path, null).Trials.Should().OnlyContain(trial => trial.Values.All(double.IsFinite), "damage {0}", number);
            }
            catch (InputException refusal)
            {
                refused++;
                refusal.Message.Should().Contain(path, "damage {0}", number);
            }
        }

        refused.Should().BeInRange(1, Damages);
    }

    private static void Make(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = StudySchema.Create + """
            INSERT INTO studies VALUES (1, 'x');
            INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0);
            INSERT INTO trials SELECT value, value - 1, 1, 'COMPLETE', NULL, NULL FROM generate_series(1, 20);
            INSERT INTO trial_params SELECT value, value, 'kernel', value % 2,
                '{"name": "CategoricalDistribution", "attributes": {"choices": ["k3", "k5"]}}' FROM generate_series(1, 20);
            INSERT INTO trial_values SELECT value, value, 0, 0.5 * value, 'FINITE' FROM generate_series(1, 20);
            """.Replace(
            "generate_series(1, 20)", "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20) SELECT value FROM n)",
            StringComparison.Ordinal);
        command.ExecuteNonQuery();
    }
}
