using System.Linq.Expressions;

namespace MessagePack.Contracts;

/// <summary>
/// Compiles the reading half of a contract: every member goes into a local, then the object is made from the locals. A member
/// that is part of the construction is set even where the input lacks it; any other keeps what the constructor gave it.
/// </summary>
internal static class ContractDeserialization
{
    public static DeserializeContract<T> Compile<T>(Contract contract)
    {
        var plan = new Plan(contract);
        var body = new List<Expression>();
        if (contract.Members.Count == 0)
        {
            body.Add(plan.SkipValue());
            body.Add(Expression.Assign(plan.Result, plan.Construct()));
        }
        else
        {
            body.Add(Expression.Assign(plan.Length, plan.Enter()));
            body.AddRange(contract.IsArray ? plan.ReadArray() : plan.ReadMap());
            body.Add(Expression.Assign(plan.Result, plan.Construct()));
            body.AddRange(plan.AssignRest());
            body.Add(plan.Leave());
        }

        if (Callback.Find(typeof(T), plan.Result, nameof(IMessagePackSerializationCallbackReceiver.OnAfterDeserialize)) is { } after)
        {
            body.Add(after);
        }

        body.Add(plan.Result);
        return Expression.Lambda<DeserializeContract<T>>(
            Expression.Block(plan.Locals, body), plan.Reader, plan.Options).Compile();
    }

    private sealed class Plan
    {
        private readonly Contract contract;
        private readonly Dictionary<ContractMember, ParameterExpression> values;
        private readonly Dictionary<ContractMember, ParameterExpression> present;

        public Plan(Contract contract)
        {
            this.contract = contract;
            Result = Expression.Variable(contract.Type, "result");
            values = contract.Members
                .Where(member => member.IsWritable || contract.Arguments.Contains(member))
                .ToDictionary(member => member, member => Expression.Variable(member.Type, member.Name));
            present = values.Keys
                .Where(member => !contract.IsArray && IsConditional(member))
                .ToDictionary(member => member, member => Expression.Variable(typeof(bool), "has" + member.Name));
        }

        public ParameterExpression Reader { get; } = Expression.Parameter(typeof(MessagePackReader).MakeByRefType(), "reader");

        public ParameterExpression Options { get; } = Expression.Parameter(typeof(MessagePackSerializerOptions), "options");

        public ParameterExpression Length { get; } = Expression.Variable(typeof(int), "length");

        public ParameterExpression Result { get; }

        public IEnumerable<ParameterExpression> Locals => [Length, Result, .. values.Values, .. present.Values];

        public Expression SkipValue() => Expression.Call(Reader, nameof(MessagePackReader.Skip), null);

        public Expression Leave() => Run(nameof(ContractRuntime.Leave), Reader);

        public Expression Enter()
        {
            if (contract.IsExact)
            {
                return Run(nameof(ContractRuntime.EnterTuple), Reader, Options, Expression.Constant(contract.Length));
            }

            return Run(contract.IsArray ? nameof(ContractRuntime.EnterArray) : nameof(ContractRuntime.EnterMap), Reader, Options);
        }

        public IEnumerable<Expression> ReadArray()
        {
            var byIndex = values.Keys.ToDictionary(member => member.Index);
            for (var i = 0; i < contract.Length; i++)
            {
                var read = byIndex.TryGetValue(i, out var member) ? ReadInto(member) : SkipValue();
                yield return Expression.IfThen(Expression.GreaterThan(Length, Expression.Constant(i)), read);
            }

            yield return Run(
                nameof(ContractRuntime.Skip), Reader, Expression.Subtract(Length, Expression.Constant(contract.Length)));
        }

        public IEnumerable<Expression> ReadMap()
        {
            var i = Expression.Variable(typeof(int), "i");
            var end = Expression.Label();
            var table = Expression.Constant(new KeyTable(contract.Members.Select(member => member.Key)));
            var cases = contract.Members.Select((member, at) => (member, at))
                .Where(x => values.ContainsKey(x.member))
                .Select(x => Expression.SwitchCase(ReadInto(x.member), Expression.Constant(x.at)))
                .ToArray();
            var key = Expression.Call(table, nameof(KeyTable.Read), null, Reader, i);
            var step = cases.Length == 0
                ? Expression.Block(key, SkipValue())
                : (Expression)Expression.Switch(typeof(void), key, SkipValue(), null, cases);
            yield return Expression.Block(
                [i],
                Expression.Assign(i, Expression.Constant(0)),
                Expression.Loop(
                    Expression.IfThenElse(
                        Expression.LessThan(i, Length),
                        Expression.Block(step, Expression.PreIncrementAssign(i)),
                        Expression.Break(end)),
                    end));
        }

        public Expression Construct()
        {
            if (contract.Constructor is not { } constructor)
            {
                return Expression.Default(contract.Type);
            }

            var arguments = constructor.GetParameters()
                .Zip(contract.Arguments, (parameter, member) => Expression.Convert(values[member], parameter.ParameterType));
            return Expression.New(constructor, arguments);
        }

        public IEnumerable<Expression> AssignRest()
        {
            foreach (var member in values.Keys.Where(member => !contract.Arguments.Contains(member)))
            {
                var assign = Expression.Assign(Expression.MakeMemberAccess(Result, member.Info), values[member]);
                yield return IsConditional(member) ? Expression.IfThen(IsPresent(member), assign) : assign;
            }
        }

        private Expression ReadInto(ContractMember member)
        {
            var read = Expression.Assign(values[member], MemberFormat.Read(member, Reader, Options));
            return present.TryGetValue(member, out var flag)
                ? Expression.Block(typeof(void), read, Expression.Assign(flag, Expression.Constant(true)))
                : Expression.Block(typeof(void), read);
        }

        private Expression IsPresent(ContractMember member) => contract.IsArray
            ? Expression.GreaterThan(Length, Expression.Constant(member.Index))
            : present[member];

        private bool IsConditional(ContractMember member) =>
            !contract.Arguments.Contains(member) && !member.IsPartOfConstruction;

        private static Expression Run(string method, params Expression[] arguments) =>
            Expression.Call(typeof(ContractRuntime), method, null, arguments);
    }
}
