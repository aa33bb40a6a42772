using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Monitor.Web.Access;

namespace Monitor.Web.Tests.World;

/// <summary>Officers in a database that lives as long as its connection.</summary>
internal sealed class People(DbContextOptions<People> options) : IdentityDbContext<Officer>(options);
