# depth.svg, drawn from depth.tsv. To change it, edit this file and run: gnuplot depth.gp
# As pdf: gnuplot -e "format='pdf'" depth.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,3.240in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,311 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'depth'
}
set output 'depth'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.2995
set rmargin at screen 0.6574
set tmargin at screen 0.8585
set bmargin at screen 0.3955
set label '{/:Bold Both facts out of distribution, by depth}' at screen 0.0163, screen 0.9357 font ',14'
set label 'phi 12.6, 256 questions a step. Twice: every row goes through both blocks two times. Identity rows: training also asks about the relation same. Trained' at screen 0.0163, screen 0.1929 font ',10' tc rgb '#555555'
set label 'for 10,000 steps. The axis ends at 5 %.' at screen 0.0163, screen 0.1447 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; bar: lowest to highest; dots: seeds. Of 401 different questions a seed. Fit: solves 99 % of its training questions. Guessing' at screen 0.0163, screen 0.0965 font ',10' tc rgb '#555555'
set label '(dotted): 3.7 %.' at screen 0.0163, screen 0.0482 font ',10' tc rgb '#555555'
set border 1
set xrange [-0.075:5.075]
set yrange [4.5:0.5]
set xtics 0,1,5
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%), 2 facts' offset 0,0.9
set ytics scale 0 ('two blocks' 1, 'four blocks' 2, 'two blocks, twice' 3, 'two blocks, twice, identity rows' 4)
set label '1.0 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.8006 font ',10' tc rgb '#444444'
set arrow from 3.74065, 0.7 to 3.74065, 1.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '0.7 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.6849 font ',10' tc rgb '#444444'
set arrow from 3.74065, 1.7 to 3.74065, 2.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '1.0 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.5691 font ',10' tc rgb '#444444'
set arrow from 3.74065, 2.7 to 3.74065, 3.3 nohead dt 3 lw 1.6 lc rgb '#777777'
set label '1.0 %; 5 of 5 seeds fit; not above guessing' at screen 0.6714, screen 0.4534 font ',10' tc rgb '#444444'
set arrow from 3.74065, 3.7 to 3.74065, 4.3 nohead dt 3 lw 1.6 lc rgb '#777777'
plot 'depth.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'depth.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'depth.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.0125):(pick('median',1,'value')+0.0125):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'depth.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'depth.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'depth.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.0125):(pick('median',2,'value')+0.0125):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00', \
  'depth.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'low')):(pick('median',3,'high')):(3-0.12):(3+0.12) with boxxyerror lc rgb '#B0009E73', \
  'depth.tsv' using (pick('seed',3,'value')):(3) with points pt 7 ps 0.5 lc rgb '#60009E73', \
  'depth.tsv' using (pick('median',3,'value')):(3):(pick('median',3,'value')-0.0125):(pick('median',3,'value')+0.0125):(3-0.24):(3+0.24) with boxxyerror lc rgb '#009E73', \
  'depth.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'low')):(pick('median',4,'high')):(4-0.12):(4+0.12) with boxxyerror lc rgb '#B0CC79A7', \
  'depth.tsv' using (pick('seed',4,'value')):(4) with points pt 7 ps 0.5 lc rgb '#60CC79A7', \
  'depth.tsv' using (pick('median',4,'value')):(4):(pick('median',4,'value')-0.0125):(pick('median',4,'value')+0.0125):(4-0.24):(4+0.24) with boxxyerror lc rgb '#CC79A7'
