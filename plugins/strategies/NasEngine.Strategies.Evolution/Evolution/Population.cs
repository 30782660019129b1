using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>The living, oldest first: a ring in which a newcomer takes the place of the oldest once it is full.</summary>
internal sealed class Population(int capacity)
{
    private readonly Architecture[] _architectures = new Architecture[capacity];
    private readonly double[] _scores = new double[capacity];
    private int _oldest;

    /// <summary>How many live.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a newcomer makes the oldest die.</summary>
    public bool IsFull => Count == capacity;

    /// <summary>The best score among the living; NaN when none lives.</summary>
    public double BestScore
    {
        get
        {
            var best = double.NaN;
            for (var age = 0; age < Count; age++)
            {
                var score = _scores[Place(age)];
                best = score > best || double.IsNaN(best) ? score : best;
            }

            return best;
        }
    }

    /// <summary>Adds a newcomer; when full, the oldest dies.</summary>
    public void Add(Architecture architecture, double score)
    {
        var place = Place(IsFull ? 0 : Count);
        _architectures[place] = architecture;
        _scores[place] = score;
        if (IsFull)
        {
            _oldest = Place(1);
        }
        else
        {
            Count++;
        }
    }

    /// <summary>The best of <paramref name="sample"/> draws with replacement; the first drawn among equals.</summary>
    public Architecture Tournament(int sample, RandomSource random)
    {
        var winner = random.NextInt(Count);
        for (var i = 1; i < sample; i++)
        {
            var rival = random.NextInt(Count);
            winner = _scores[Place(rival)] > _scores[Place(winner)] ? rival : winner;
        }

        return _architectures[Place(winner)];
    }

    /// <summary>Writes the living, oldest first.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Count);
        for (var age = 0; age < Count; age++)
        {
            state.Write(_architectures[Place(age)].Values.AsSpan());
            state.Write(_scores[Place(age)]);
        }
    }

    /// <summary>The population that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputException">More live than there is room for: it was saved with a larger population.</exception>
    public static Population Restore(int capacity, DecisionSpace decisions, ref StateReader state)
    {
        var count = state.Int32();
        if (count > capacity)
        {
            throw new InputException(
                $"The saved state of strategy 'regularized-evolution' has {count} living architectures; option 'population' is {capacity} "
                + $"and must be at least that.");
        }

        var population = new Population(capacity);
        for (; count > 0; count--)
        {
            population.Add(decisions.Architecture(state.Int32s()), state.Double());
        }

        return population;
    }

    private int Place(int age)
    {
        var place = _oldest + age;
        return place < capacity ? place : place - capacity;
    }
}
