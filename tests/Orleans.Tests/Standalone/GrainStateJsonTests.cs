using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Standalone;

namespace Monitor.Orleans.Tests.Standalone;

public sealed class GrainStateJsonTests
{
    [Fact]
    public void Case_of_a_union_is_named_by_its_alias_or_else_by_its_name()
    {
        Assert.Equal("""{"$case":"shape.circle","Radius":2}""", GrainStateJson.Write<Shape>(new Shape.Circle(2)));
        Assert.Equal("""{"$case":"Square","Side":3}""", GrainStateJson.Write<Shape>(new Shape.Square(3)));
    }

    [Fact]
    public void Case_is_found_wherever_its_name_stands() =>
        Assert.Equal(new Shape.Circle(2), GrainStateJson.Read<Shape>("""{"Radius":2,"$case":"shape.circle"}"""));

    [Fact]
    public void Unknown_case_is_refused() =>
        Assert.Throws<JsonException>(() => GrainStateJson.Read<Shape>("""{"$case":"shape.ball"}"""));

    [Fact]
    public void Chinese_text_is_kept_readable() => Assert.Equal("\"网站\"", GrainStateJson.Write("网站"));

    [Fact]
    public void Member_added_since_the_state_was_written_has_its_default()
    {
        var old = GrainStateJson.Read<Later>("""{"Name":"old"}""")!;
        Assert.Equal("old", old.Name);
        Assert.Empty(old.Added);
    }

    [Fact]
    public void Member_this_version_does_not_know_is_passed_over() =>
        Assert.Equal("new", GrainStateJson.Read<Later>("""{"Name":"new","FromTheFuture":{"x":1}}""")!.Name);

    public abstract record Shape
    {
        private Shape()
        {
        }

        [Alias("shape.circle")]
        public sealed record Circle(int Radius) : Shape;

        public sealed record Square(int Side) : Shape;
    }

    public sealed record Later
    {
        public string Name { get; init; } = "";

        public ImmutableArray<string> Added { get; init; } = [];
    }
}
