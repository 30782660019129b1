using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class StepRecordTests
{
    private static readonly Candidate Mixed = new(7, new SupernetStep(
        new ComponentSpec("uniform", OptionBag.From(new { ChoiceGradients = true })),
        [new Architecture("toy", [1, -1]), Mixture.Of("toy").With("depth", [0.25, 0.75])],
        [Mixture.Of("toy").With("depth", 1).With("kernel", [new ChoiceWeight(2, 0.1), new ChoiceWeight(0, -3.5)])],
        SupernetStep.NoSettings.Add("temperature", 5))
    {
        ValidationBatches = 3, TrainOn = DataPart.Validation, ValidateOn = DataPart.Training, SchedulePosition = 0.25,
    });

    [Fact]
    public void A_step_of_paths_and_mixtures_reads_back_from_the_journal()
    {
        var entry = EventCodec.Encode(new Proposed(Mixed));
        (entry.Kind, entry.Version).Should().Be(("proposed", 3));
        EventCodec.Decode(entry, "toy").Should().Be(new Proposed(Mixed));
    }

    [Fact]
    public void Everything_that_a_step_says_of_its_batches_makes_it_another_step()
    {
        var step = (SupernetStep)Mixed.Work;
        SupernetStep[] others =
        [
            step with { ValidationBatches = 1 }, step with { TrainOn = DataPart.Training }, step with { ValidateOn = DataPart.Validation },
            step with { SchedulePosition = null },
        ];
        foreach (var other in others)
        {
            other.Should().NotBe(step);
            EventCodec.Decode(EventCodec.Encode(new Proposed(new Candidate(7, other))), "toy").Should().Be(new Proposed(new Candidate(7, other)));
        }
    }

    /// <summary>The bytes that the program wrote before steps said anything of their batches.</summary>
    [Fact]
    public void A_step_of_version_2_trains_on_the_training_part_and_measures_one_batch_of_the_other()
    {
        var old = Convert.FromHexString("9203" + "9202" + "94" + "92a17580" + "9192910" + "1c0" + "90" + "80");
        var read = ((Proposed)EventCodec.Decode(new JournalEntry("proposed", 2, old), "toy")).Candidate.Work;
        read.Should().Be(new SupernetStep("u", [new Architecture("toy", [1])], [], SupernetStep.NoSettings));
    }

    [Fact]
    public void A_step_of_version_1_is_read()
    {
        var old = new CandidateRecord(3, new PathStepRecord("importance", [[1, 0], [0, 0]], [[1, 1]], new Dictionary<string, double> { ["loss_scale"] = 96 }));
        var entry = new JournalEntry("proposed", 1, MessagePackSerializer.Serialize(old));
        EventCodec.Decode(entry, "toy").Should().Be(new Proposed(new Candidate(3, new SupernetStep(
            "importance",
            [new Architecture("toy", [1, 0]), new Architecture("toy", [0, 0])],
            [new Architecture("toy", [1, 1])],
            SupernetStep.NoSettings.Add("loss_scale", 96)))));
    }

    /// <summary>The bytes that the program wrote before there were mixtures.</summary>
    [Fact]
    public void The_bytes_of_version_1_are_those_of_a_union_of_tag_1()
    {
        var old = new CandidateRecord(3, new PathStepRecord("u", [[1]], [], []));
        Convert.ToHexStringLower(MessagePackSerializer.Serialize(old)).Should().Be("9203" + "9201" + "94" + "a175" + "919101" + "90" + "80");
    }

    [Fact]
    public void A_newer_version_is_refused_by_name() =>
        FluentActions.Invoking(() => EventCodec.Decode(EventCodec.Encode(new Proposed(Mixed)) with { Version = 4 }, "toy"))
            .Should().Throw<InputException>().WithMessage("The journal holds an entry of kind 'proposed' version 4*use a newer one.");
}
