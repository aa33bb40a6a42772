#pragma warning disable CA1051, CA2211 // Everything here is wrong on purpose.
using System.Collections.Immutable;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>What the contract must not let pass. Only in this edition: Orleans' own compiler would refuse some of it.</summary>
public static class BadSamples
{
    [Alias("bad.returns-int")]
    public interface IReturnsInt : IGrainWithStringKey
    {
        int Count();
    }

    public interface IHasNoAlias : IGrainWithStringKey;

    [Alias("bad.takes-list")]
    public interface ITakesList : IGrainWithStringKey
    {
        Task Take(List<string> names);
    }

    [Alias("bad.takes-array")]
    public interface ITakesArray : IGrainWithStringKey
    {
        Task Take(ImmutableArray<byte[]> bodies);
    }

    [Alias("bad.overloads")]
    public interface IOverloads : IGrainWithStringKey
    {
        Task Take(int count);

        Task Take(string name);
    }

    public sealed class NotARecord;

    [GenerateSerializer, Immutable]
    public sealed record NoAlias([property: Id(0)] int Count);

    [Immutable, Alias("bad.no-serializer")]
    public sealed record NoSerializer([property: Id(0)] int Count);

    [GenerateSerializer, Alias("bad.not-immutable")]
    public sealed record NotMarkedImmutable([property: Id(0)] int Count);

    [GenerateSerializer, Immutable, Alias("bad.no-id")]
    public sealed record NoId(int Count);

    [GenerateSerializer, Immutable, Alias("bad.same-id")]
    public sealed record SameId([property: Id(0)] int Count, [property: Id(0)] int Other);

    [GenerateSerializer, Immutable, Alias("bad.settable")]
    public sealed record Settable
    {
        [Id(0)] public int Count { get; set; }
    }

    [GenerateSerializer, Immutable, Alias("bad.field")]
    public sealed record OpenField
    {
        [Id(0)] public int Count;
    }

    [GenerateSerializer, Immutable, Alias("bad.unsealed")]
    public record Unsealed([property: Id(0)] int Count);

    [GenerateSerializer, Immutable, Alias("bad.open-union")]
    public abstract record OpenUnion;

    [GenerateSerializer, Immutable, Alias("bad.union")]
    public abstract record UnionWithBadCase
    {
        private UnionWithBadCase()
        {
        }

        [GenerateSerializer, Immutable, Alias("bad.union.case")]
        public sealed record Case(string Text) : UnionWithBadCase;
    }

    [GenerateSerializer, Immutable, Alias("bad.deep")]
    public sealed record Deep([property: Id(0)] ImmutableDictionary<string, NoId?> Inner);

    [GenerateSerializer, Immutable, Alias("bad.twin")]
    public sealed record Twin([property: Id(0)] ImmutableList<OtherTwin> Others);

    [GenerateSerializer, Immutable, Alias("bad.twin")]
    public sealed record OtherTwin([property: Id(0)] int Count);

    public abstract class CountingGrain : Grain
    {
        public static int Count;
    }

    public abstract class CachingGrain : Grain
    {
        public static readonly Dictionary<string, int> Cache = [];
    }
}
