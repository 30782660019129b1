using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>Makes the instances of an actor, one per incarnation.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    void Release(ActorBase actor);
}

/// <summary>Calls the constructor that fits the arguments.</summary>
internal sealed class ActivatorProducer(Type actorType, object[] arguments) : IIndirectActorProducer
{
    public Type ActorType => actorType;

    public ActorBase Produce() => (ActorBase)Activator.CreateInstance(actorType, arguments);

    public void Release(ActorBase actor) => (actor as IDisposable)?.Dispose();
}

/// <summary>Calls the constructor of a <c>() => new T(…)</c> with the arguments' values at the time of the Props.</summary>
internal sealed class ConstructorProducer : IIndirectActorProducer
{
    private readonly ConstructorInvoker _constructor;

    public ConstructorProducer(NewExpression expression)
    {
        ActorType = expression.Type;
        _constructor = ConstructorInvoker.Create(expression.Constructor
            ?? throw new ArgumentException("The create function must be a 'new T (args)' expression of a class.", nameof(expression)));
        Arguments = [.. expression.Arguments.Select(Evaluate)];
    }

    public Type ActorType { get; }

    public object[] Arguments { get; }

    public ActorBase Produce() => (ActorBase)_constructor.Invoke(Arguments.AsSpan());

    public void Release(ActorBase actor) => (actor as IDisposable)?.Dispose();

    private static object Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Expression: ConstantExpression closure, Member: FieldInfo field } => field.GetValue(closure.Value),
        _ => Expression.Lambda<Func<object>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
