import type { Role } from '@milepost/crm';
import { givenNames, surnames } from './data/names.ts';
import { cities } from './data/places.ts';
import type { City } from './data/places.ts';
import type { Day } from './days.ts';
import type { CompanyProfile, RegionProfile, TeamProfile } from './profile.ts';
import { Random } from './random.ts';

/** Belonging to a unit from a day to before another; `to` null means until now. */
export interface Term {
  readonly unitId: string;
  readonly from: Day;
  to: Day | null;
}

/** A person while the company is being made. */
export interface DemoPerson {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: Role;
  readonly joined: Day;
  left: Day | null;
  readonly terms: Term[];
  homeLat: number | null;
  homeLon: number | null;
  /** Selling effect on order values; 1 is average. */
  readonly skill: number;
  /** Change of `skill` per year. */
  readonly drift: number;
  /** How completely and how well visits are made, about 0.7 to 1.1. */
  readonly diligence: number;
  /** Effect on the chance of the next stage, about 0.8 to 1.2. */
  readonly closing: number;
}

/** A unit while the company is being made. */
export interface DemoUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: 'company' | 'region' | 'team';
  managerId: string | null;
  readonly path: string;
}

/** A team with everyone who sold in it at any time. */
export interface DemoTeam {
  readonly unit: DemoUnit;
  readonly city: City;
  readonly profile: TeamProfile;
  readonly reps: DemoPerson[];
}

/** Units, people and teams of a company. */
export interface Organisation {
  readonly units: DemoUnit[];
  readonly people: DemoPerson[];
  readonly teams: DemoTeam[];
}

const DAYS_PER_YEAR = 365;
const NUMERALS = '一二三四五六七八九十'.split('');

/** Makes the organisation: founders, joiners, leavers and moves between teams of a region. */
export function buildOrganisation(profile: CompanyProfile, scale: number, start: Day, asOf: Day, seed: number): Organisation {
  return new OrganisationBuilder(profile, scale, start, asOf, seed).build();
}

/** Digits of a small number as Chinese numerals: 1 → 一, 12 → 十二, 30 → 三十. */
function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens - 1]}十`;
  return head + (ones === 0 ? '' : NUMERALS[ones - 1]);
}

class OrganisationBuilder {
  private readonly random: Random;
  private readonly names = new Set<string>();
  private readonly units: DemoUnit[] = [];
  private readonly people: DemoPerson[] = [];
  private readonly teams: DemoTeam[] = [];
  private readonly profile: CompanyProfile;
  private readonly scale: number;
  private readonly start: Day;
  private readonly asOf: Day;

  constructor(profile: CompanyProfile, scale: number, start: Day, asOf: Day, seed: number) {
    this.profile = profile;
    this.scale = profile.scales ? scale : 1;
    this.start = start;
    this.asOf = asOf;
    this.random = new Random(seed, profile.salt, 101);
  }

  build(): Organisation {
    const root = this.unit('co', null, this.profile.tenant.name, 'company');
    root.managerId = this.person('总经理', 'manager', root, this.start - 2600).id;
    this.person('销售运营经理', 'ops', root, this.start - 900);
    this.person('内审专员', 'auditor', root, this.start - 700);
    this.person('系统管理员', 'admin', root, this.start - 1200);
    for (const region of this.profile.regions) this.region(region, root);
    this.moves();
    return { units: this.units, people: this.people, teams: this.teams };
  }

  private unit(id: string, parent: DemoUnit | null, name: string, kind: DemoUnit['kind']): DemoUnit {
    const path = `${parent?.path ?? '/'}${id}/`;
    const unit: DemoUnit = { id, parentId: parent?.id ?? null, name, kind, managerId: null, path };
    this.units.push(unit);
    return unit;
  }

  private region(region: RegionProfile, root: DemoUnit): void {
    const unit = this.unit(region.id, root, region.name, 'region');
    unit.managerId = this.person('大区总监', 'manager', unit, this.start - this.random.int(800, 2000)).id;
    for (const team of region.teams) this.city(team, unit);
  }

  private city(profile: TeamProfile, region: DemoUnit): void {
    const city = cities[profile.city] as City;
    const count = Math.max(1, Math.round(this.scale));
    const reps = Math.max(count, Math.round(profile.reps * this.scale));
    for (let part = 0; part < count; part += 1) {
      const name = count === 1 ? `${city.name}团队` : `${city.name}${numeral(part + 1)}部`;
      const unit = this.unit(count === 1 ? city.key : `${city.key}${part + 1}`, region, name, 'team');
      const own = Math.floor((reps * (part + 1)) / count) - Math.floor((reps * part) / count);
      const level = part === 0 ? profile.level : profile.level * this.random.between(0.85, 1.15);
      this.team({ ...profile, reps: own, level, behind: profile.behind === true && part === 0 }, unit, city);
    }
  }

  private team(profile: TeamProfile, unit: DemoUnit, city: City): void {
    unit.managerId = this.person('销售经理', 'manager', unit, this.start - this.random.int(300, 1600)).id;
    const team: DemoTeam = { unit, city, profile, reps: [] };
    this.teams.push(team);
    for (let index = 0; index < profile.reps; index += 1) team.reps.push(this.rep(team, index));
    const leavers = Math.round(profile.reps * this.profile.leavers);
    for (let index = 0; index < leavers; index += 1) team.reps.push(this.leaver(unit));
  }

  private rep(team: DemoTeam, index: number): DemoPerson {
    const isNewest = this.teams.length === 1 && index === team.profile.reps - 1 && index > 0;
    const joinedLater = index > 1 && this.random.chance(0.22);
    const joined = isNewest
      ? this.asOf - 52
      : joinedLater
        ? this.asOf - this.random.int(120, 900)
        : this.start - this.random.int(60, 1900);
    const title = joined < this.start - 1000 ? '高级销售代表' : '销售代表';
    return this.person(title, 'rep', team.unit, joined);
  }

  private leaver(unit: DemoUnit): DemoPerson {
    const person = this.person('销售代表', 'rep', unit, this.start - this.random.int(60, 900));
    const left = this.asOf - this.random.int(90, 850);
    person.left = left;
    (person.terms[0] as Term).to = left;
    return person;
  }

  /** Moves one senior representative in about fifteen to the next team of the region. */
  private moves(): void {
    for (const [index, team] of this.teams.entries()) {
      const target = this.teams[index + 1];
      if (!target || target.unit.parentId !== team.unit.parentId || (index % 3 === 1 && this.teams.length > 3)) continue;
      const mover = target.reps.find((rep, place) => place > 1 && rep.left === null && rep.joined < this.start);
      if (!mover) continue;
      const day = this.asOf - this.random.int(100, 520);
      mover.terms.length = 0;
      mover.terms.push({ unitId: team.unit.id, from: mover.joined, to: day }, { unitId: target.unit.id, from: day, to: null });
      team.reps.push(mover);
    }
  }

  private person(jobTitle: string, role: Role, unit: DemoUnit, joined: Day): DemoPerson {
    const index = this.people.length;
    const person: DemoPerson = {
      index,
      id: `p${String(index + 1).padStart(3, '0')}`,
      name: this.name(),
      jobTitle,
      role,
      joined,
      left: null,
      terms: [{ unitId: unit.id, from: joined, to: null }],
      homeLat: null,
      homeLon: null,
      skill: Math.max(0.62, 1 + 0.17 * this.random.normal()),
      drift: 0.05 * this.random.normal(),
      diligence: Math.min(1.12, Math.max(0.66, 0.92 + 0.12 * this.random.normal())),
      closing: 1 + 0.12 * this.random.normal(),
    };
    this.people.push(person);
    return person;
  }

  private name(): string {
    for (let attempt = 0; ; attempt += 1) {
      const name = this.random.pick(surnames.slice(0, 12 + attempt * 4)) + this.random.pick(givenNames);
      if (!this.names.has(name) || attempt > 40) {
        this.names.add(name);
        return name;
      }
    }
  }
}

/** The person's term on a day: the one covering it, else the next one, else the last one. */
export function termOn(person: DemoPerson, day: Day): Term {
  return person.terms.find((term) => term.to === null || day < term.to) ?? (person.terms.at(-1) as Term);
}

/** How well the person sells on a day: skill, its drift, and a slow start in the first five months. */
export function effectOn(person: DemoPerson, day: Day, asOf: Day): number {
  const ramp = Math.min(1, 0.6 + (0.4 * (day - person.joined)) / 150);
  return Math.max(0.5, person.skill + (person.drift * (day - asOf)) / DAYS_PER_YEAR) * Math.max(0.5, ramp);
}
