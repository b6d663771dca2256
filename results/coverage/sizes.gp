# sizes.svg, drawn from sizes.tsv. To change it, edit this file and run: gnuplot sizes.gp
# As pdf: gnuplot -e "format='pdf'" sizes.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.708in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,452 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'sizes'
}
set output 'sizes'.'.'.format
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
set lmargin at screen 0.0814
set rmargin at screen 0.6605
set tmargin at screen 0.9027
set bmargin at screen 0.2389
set label '{/:Bold Items needed, by the size of the model}' at screen 0.0163, screen 0.9558 font ',14'
set label 'Two blocks, whose weights grow 32 times from width 24 to 136; 256 examples a step; the rate is the same up to width 64 and falls as 1 / width above it.' at screen 0.0163, screen 0.0996 font ',10' tc rgb '#555555'
set label 'Guessing the likeliest answer is right for 4 to 8 %. Trained for 8,000 steps.' at screen 0.0163, screen 0.0664 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Exponents: least squares through all seeds [95 % bootstrap over seeds].' at screen 0.0163, screen 0.0332 font ',10' tc rgb '#555555'
set logscale x
set xrange [21.6278:150.917]
set xtics ('24' 24, '48' 48, '136' 136)
# the place of x: 0 has none of its own on a logarithmic axis
place(x) = x > 0 ? x : 12
set logscale y
set yrange [1166.41:3750]
set ytics ('1500' 1500, '2000' 2000, '3000' 3000)
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'width of the model' offset 0,0.9
set ylabel 'training items for 95 %' offset 1,0
set arrow from screen 0.6744, screen 0.4770 to screen 0.7093, screen 0.4770 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6919, screen 0.4770 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'two hops, 20 entities' at screen 0.7186, screen 0.4903 font ',12' tc rgb '#222222'
set label 'exponent -0.21 [-0.40 .. 0.03]; 5 seeds' at screen 0.7186, screen 0.4593 font ',10' tc rgb '#666666'
plot 'sizes.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'sizes.tsv' using (place(pick('seed',1,'x'))):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'sizes.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'sizes.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2'
