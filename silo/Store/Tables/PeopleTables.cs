using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Monitor.Web.Access;

namespace Monitor.Silo.Store.Tables;

/// <summary>Who may do what, and who did what.</summary>
internal static class PeopleTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Officer>().ToTable("users").Property(o => o.DisplayName).HasMaxLength(100);
        model.Entity<IdentityRole>().ToTable("roles");
        model.Entity<IdentityUserRole<string>>().ToTable("user_roles");
        model.Entity<IdentityUserClaim<string>>().ToTable("user_claims");
        model.Entity<IdentityRoleClaim<string>>().ToTable("role_claims");
        model.Entity<IdentityUserLogin<string>>().ToTable("user_logins");
        model.Entity<IdentityUserToken<string>>().ToTable("user_tokens");
        model.Table("audit", table =>
        {
            table.IndexerProperty<long>("id").ValueGeneratedOnAdd();
            table.Need<long>("at").Need<string>("by_whom", "action", "subject", "outcome", "detail").HasKey("id");
        });
    }
}
